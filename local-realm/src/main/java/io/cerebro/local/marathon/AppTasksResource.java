package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.util.List;
import java.util.Optional;

/** {@code /v2/apps/{id}/tasks}: what runs of one app, and how to end it. */
final class AppTasksResource {
    private final Core core;
    private final TaskView view;

    AppTasksResource(Core core) {
        this.core = core;
        this.view = new TaskView(core.host);
    }

    Reply ofApp(Call call, String name) {
        return switch (call.method()) {
            case "GET" -> core.turns.look(() -> list(instances(name)));
            case "DELETE" -> core.turns.change(() -> end(call, hosted(call, instances(name))));
            default -> throw Resource.METHOD_NOT_ALLOWED;
        };
    }

    Reply one(Call call, String name, String taskId) {
        if (!call.method().equals("DELETE")) {
            throw Resource.METHOD_NOT_ALLOWED;
        }
        return core.turns.change(() -> {
            Instance instance = instances(name).stream()
                    .filter(one -> one.hasTask() && one.taskId().equals(taskId))
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("Task '" + taskId + "' does not exist"));
            if (call.flag("scale", false)) {
                return scaled(call, List.of(instance));
            }
            ObjectNode body = Json.object();
            body.set("task", view.one(instance, List.of()));
            end(instance, call.flag("wipe", false));
            return Reply.ok(body);
        });
    }

    private List<Instance> instances(String name) {
        AppId id = AppResource.id(name)
                .flatMap(core.books.apps()::find)
                .orElseThrow(() -> Refusal.notFound("App '" + name + "' does not exist"))
                .id();
        return core.books.instances().of(id);
    }

    private List<Instance> hosted(Call call, List<Instance> instances) {
        Optional<String> host = call.parameter("host");
        return host.isPresent() && !host.get().equals(core.host.address()) ? List.of() : instances;
    }

    private Reply list(List<Instance> instances) {
        ObjectNode body = Json.object();
        body.set("tasks", view.all(instances));
        return Reply.ok(body);
    }

    /** Ends these, to be replaced or, with {@code scale=true}, for good. */
    Reply end(Call call, List<Instance> instances) {
        if (call.flag("scale", false)) {
            return scaled(call, instances.stream().filter(Instance::active).toList());
        }
        Reply reply = list(instances);
        instances.forEach(instance -> end(instance, call.flag("wipe", false)));
        return reply;
    }

    private Reply scaled(Call call, List<Instance> instances) {
        return Reply.deployment(200, core.requests.killAndScale(instances, call.flag("force", false)));
    }

    private void end(Instance instance, boolean wipe) {
        if (!wipe) {
            core.tasks.kill(instance);
            return;
        }
        core.tasks.end(instance);
        core.books.apps().find(instance.app()).ifPresent(core::correct);
    }
}
