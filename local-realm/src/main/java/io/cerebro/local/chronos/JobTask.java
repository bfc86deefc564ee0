package io.cerebro.local.chronos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.task.Launch;
import io.cerebro.marathon.AppDefinition;
import java.time.Instant;
import java.util.List;

/** A task of a job, from its beginning on. */
final class JobTask {
    final TaskId id;
    final ObjectNode job;
    final Instant began;
    String state = "TASK_STAGING";
    String message = "";

    JobTask(TaskId id, ObjectNode job, Instant began) {
        this.id = id;
        this.job = job.deepCopy();
        this.began = began;
    }

    /** In the words that the runners of apps understand. */
    Launch launch(String host) {
        ObjectNode app = Json.object();
        app.put("id", "/chronos");
        for (String resource : List.of("cpus", "mem", "disk")) {
            app.set(resource, job.path(resource));
        }
        command(app);
        environment(app);
        container(app);
        return new Launch(id.local(), AppDefinition.of(app), host, List.of(), began);
    }

    private void command(ObjectNode app) {
        String command = job.path("command").asText();
        if (job.path("shell").asBoolean(true)) {
            if (!command.isBlank()) {
                app.put("cmd", command);
            }
            return;
        }
        var args = app.putArray("args");
        if (!command.isBlank()) {
            args.add(command);
        }
        job.path("arguments").forEach(argument -> args.add(argument.asText()));
    }

    private void environment(ObjectNode app) {
        ObjectNode env = app.putObject("env")
                .put("mesos_task_id", id.chronos())
                .put("CHRONOS_JOB_OWNER", job.path("owner").asText())
                .put("CHRONOS_JOB_NAME", id.job())
                .put("CHRONOS_RESOURCE_MEM", job.path("mem").asText())
                .put("CHRONOS_RESOURCE_CPU", job.path("cpus").asText())
                .put("CHRONOS_RESOURCE_DISK", job.path("disk").asText())
                .put("CHRONOS_JOB_RUN_TIME", Long.toString(id.due()))
                .put("CHRONOS_JOB_RUN_ATTEMPT", Integer.toString(id.attempt()));
        job.path("environmentVariables").forEach(variable -> {
            String name = variable.path("name").asText();
            if (!env.has(name)) {
                env.put(name, variable.path("value").asText());
            }
        });
    }

    private void container(ObjectNode app) {
        JsonNode container = job.path("container");
        if (container.path("image").asText().isEmpty()) {
            return;
        }
        ObjectNode made = app.putObject("container").put("type", "DOCKER");
        made.set("volumes", container.path("volumes").isArray() ? container.path("volumes") : Json.array());
        ObjectNode docker = made.putObject("docker")
                .put("image", container.path("image").asText())
                .put("network", container.path("network").asText("HOST"))
                .put("forcePullImage", container.path("forcePullImage").asBoolean());
        docker.set("parameters", container.path("parameters").isArray() ? container.path("parameters") : Json.array());
    }
}
