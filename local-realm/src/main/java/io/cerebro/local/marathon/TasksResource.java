package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /v2/tasks}: all tasks, and the killing of many. */
final class TasksResource implements Resource {
    private final Core core;
    private final TaskView view;
    private final AppTasksResource ending;

    TasksResource(Core core) {
        this.core = core;
        this.view = new TaskView(core.host);
        this.ending = new AppTasksResource(core);
    }

    @Override
    public Reply answer(Call call) {
        List<String> rest = call.segments(2);
        if (rest.isEmpty() && call.method().equals("GET")) {
            Set<String> states = Set.copyOf(call.parameters("status"));
            return core.turns.look(() -> list(states));
        }
        if (rest.equals(List.of("delete")) && call.method().equals("POST")) {
            return delete(call);
        }
        throw METHOD_NOT_ALLOWED;
    }

    private Reply list(Set<String> states) {
        ArrayNode tasks = Json.array();
        for (Instance instance : core.books.instances().all()) {
            if (instance.hasTask() && wanted(instance, states)) {
                core.books
                        .apps()
                        .find(instance.app())
                        .ifPresent(spec -> tasks.add(view.one(instance, spec.servicePorts())));
            }
        }
        ObjectNode body = Json.object();
        body.set("tasks", tasks);
        return Reply.ok(body);
    }

    /** Any other status means no filter at all to Marathon. */
    private static boolean wanted(Instance instance, Set<String> states) {
        if (states.contains("running")) {
            return instance.running();
        }
        return !states.contains("staging") || "TASK_STAGING".equals(instance.state);
    }

    private Reply delete(Call call) {
        JsonNode body = call.json();
        if (!body.path("ids").isArray()) {
            throw Refusal.invalidJson(List.of(new Problem("", "'ids' is undefined on object: " + body)));
        }
        Set<String> ids = Json.strings(body.get("ids")).stream().collect(Collectors.toSet());
        ids.forEach(TasksResource::check);
        return core.turns.change(() -> ending.end(
                call,
                core.books.instances().all().stream()
                        .filter(instance -> instance.hasTask() && ids.contains(instance.taskId()))
                        .toList()));
    }

    private static void check(String taskId) {
        String end = Instance.ofTask(taskId).replaceFirst(".*\\.(instance-)?", "");
        try {
            UUID.fromString(end);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(422, String.valueOf(e.getMessage()));
        }
    }
}
