package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.task.Runner.Stream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other frameworks' tasks, as a Mesos agent and its master show them. */
final class Neighbours {
    private final List<Neighbour> all = new CopyOnWriteArrayList<>();
    private final Events.Host host;

    Neighbours(Events.Host host) {
        this.host = host;
    }

    void add(Neighbour neighbour) {
        all.add(neighbour);
    }

    boolean any() {
        return !all.isEmpty();
    }

    boolean know(String taskId) {
        return of(taskId).isPresent();
    }

    Optional<byte[]> log(String taskId, Stream stream) {
        return of(taskId).map(neighbour -> neighbour.log(taskId, stream));
    }

    private Optional<Neighbour> of(String taskId) {
        return all.stream()
                .filter(neighbour ->
                        neighbour.tasks().stream().anyMatch(task -> task.id().equals(taskId)))
                .findFirst();
    }

    /** {@code GET /tasks} of a master. */
    ObjectNode tasks() {
        ObjectNode tasks = Json.object();
        ArrayNode list = tasks.putArray("tasks");
        all.forEach(neighbour -> neighbour.tasks().forEach(task -> list.add(task(task))));
        return tasks;
    }

    /** A framework each in an agent's {@code /state}. */
    ObjectNode addTo(ObjectNode state) {
        for (Neighbour neighbour : all) {
            ObjectNode framework = state.withArray("frameworks").addObject();
            ArrayNode running = framework.putArray("executors");
            ArrayNode ended = framework.putArray("completed_executors");
            neighbour.tasks().forEach(task -> (task.ended() ? ended : running).add(executor(task)));
        }
        return state;
    }

    private ObjectNode executor(Neighbour.Task task) {
        return Json.object()
                .put("id", task.id())
                .put("source", task.id())
                .put("container", Sandbox.container(task.id()))
                .put("directory", Sandbox.directory(host.agentId(), task.id()));
    }

    private ObjectNode task(Neighbour.Task task) {
        ObjectNode json = Json.object()
                .put("id", task.id())
                .put("name", task.name())
                .put("executor_id", "")
                .put("slave_id", host.agentId())
                .put("state", task.state());
        json.putArray("statuses")
                .addObject()
                .put("state", task.state())
                .put("timestamp", task.since().toEpochMilli() / 1000.0);
        return json;
    }
}
