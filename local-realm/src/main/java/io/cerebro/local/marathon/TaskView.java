package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.task.HealthResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks as Marathon lists them. */
final class TaskView {
    private final Events.Host host;

    TaskView(Events.Host host) {
        this.host = host;
    }

    ArrayNode all(Collection<Instance> instances) {
        ArrayNode tasks = Json.array();
        instances.stream().filter(Instance::hasTask).forEach(instance -> tasks.add(one(instance, List.of())));
        return tasks;
    }

    /** A task that has ended and awaits its relaunch has lost its times, version and ports. */
    ObjectNode one(Instance instance, List<Integer> servicePorts) {
        ObjectNode task = Json.object().put("appId", instance.app().path());
        ArrayNode health = task.putArray("healthCheckResults");
        instance.health.values().forEach(result -> health.add(health(instance, result)));
        task.put("host", host.address()).put("id", instance.taskId());
        task.set("ipAddresses", host.ipAddresses());
        task.set("ports", Json.numbers(instance.ports));
        task.set("servicePorts", Json.numbers(servicePorts));
        task.put("slaveId", host.agentId()).put("state", instance.state);
        if (instance.active()) {
            time(task, "stagedAt", instance.stagedAt);
            time(task, "startedAt", instance.startedAt);
            task.put("version", Timestamps.text(instance.spec.version()));
        }
        task.putArray("localVolumes");
        return task.put("role", "*");
    }

    private static ObjectNode health(Instance instance, HealthResult result) {
        ObjectNode view =
                Json.object().put("alive", result.alive()).put("consecutiveFailures", result.consecutiveFailures());
        time(view, "firstSuccess", result.firstSuccess());
        view.put("instanceId", "instance [" + instance.id + "]");
        time(view, "lastFailure", result.lastFailure());
        result.lastFailureCause().ifPresent(cause -> view.put("lastFailureCause", cause));
        time(view, "lastSuccess", result.lastSuccess());
        return view;
    }

    private static void time(ObjectNode view, String field, Optional<Instant> moment) {
        moment.ifPresent(when -> view.put(field, Timestamps.text(when)));
    }

    private static void time(ObjectNode view, String field, @Nullable Instant moment) {
        time(view, field, Optional.ofNullable(moment));
    }
}
