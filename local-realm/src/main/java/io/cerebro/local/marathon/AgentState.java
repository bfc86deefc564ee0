package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Instant;

/** {@code GET /state} of a Mesos agent: its resources, and for each task, running or ended, the directory of its output. */
final class AgentState {
    private final Core core;
    private final LocalMarathonConfig config;
    private final Instant started;

    AgentState(Core core, LocalMarathonConfig config) {
        this.core = core;
        this.config = config;
        this.started = config.clock().instant();
    }

    ObjectNode show() {
        return core.turns.look(this::now);
    }

    private ObjectNode now() {
        ObjectNode state = Json.object()
                .put("version", "1.9.0")
                .put("start_time", started.toEpochMilli() / 1000.0)
                .put("id", core.host.agentId())
                .put("pid", "slave(1)@" + config.address() + ":" + config.agentPort())
                .put("hostname", config.address());
        state.set("resources", resources(config.cpus(), config.mem()));
        state.putObject("attributes");
        ObjectNode framework = state.putArray("frameworks")
                .addObject()
                .put("id", Sandbox.frameworkId(core.host.agentId()))
                .put("name", "marathon")
                .put("user", "root")
                .put("role", "*")
                .put("checkpoint", true);
        ArrayNode running = framework.putArray("executors");
        core.books.instances().all().stream()
                .filter(Instance::active)
                .forEach(instance -> running.add(running(instance)));
        ArrayNode ended = framework.putArray("completed_executors");
        core.tasks.ended.all().forEach(task -> ended.add(ended(task)));
        state.putArray("completed_frameworks");
        return state;
    }

    private ObjectNode resources(double cpus, double mem) {
        return Json.object()
                .put("cpus", cpus)
                .put("mem", mem)
                .put("disk", 0.0)
                .put("gpus", 0.0)
                .put("ports", "[" + config.taskPorts() + "]");
    }

    private ObjectNode running(Instance instance) {
        ObjectNode executor = executor(instance.taskId());
        executor.withArray("tasks")
                .add(task(instance.taskId(), instance.app(), String.valueOf(instance.state), instance.since));
        return executor;
    }

    private ObjectNode ended(Ended.Task task) {
        ObjectNode executor = executor(task.id());
        executor.withArray("completed_tasks").add(task(task.id(), task.app(), task.state(), task.since()));
        return executor;
    }

    /** A task without an executor of its own gets one from Mesos, with the task's id. */
    private ObjectNode executor(String taskId) {
        ObjectNode executor = Json.object()
                .put("id", taskId)
                .put("name", "Command Executor (Task: " + taskId + ")")
                .put("source", taskId)
                .put("container", Sandbox.container(taskId))
                .put("directory", Sandbox.directory(core.host.agentId(), taskId));
        executor.putArray("tasks");
        executor.putArray("queued_tasks");
        executor.putArray("completed_tasks");
        return executor;
    }

    private ObjectNode task(String taskId, AppId app, String state, Instant since) {
        ObjectNode task = Json.object()
                .put("id", taskId)
                .put("name", app.name().replace('_', '.'))
                .put("framework_id", Sandbox.frameworkId(core.host.agentId()))
                .put("executor_id", "")
                .put("slave_id", core.host.agentId())
                .put("state", state);
        task.putArray("statuses").addObject().put("state", state).put("timestamp", since.toEpochMilli() / 1000.0);
        return task;
    }
}
