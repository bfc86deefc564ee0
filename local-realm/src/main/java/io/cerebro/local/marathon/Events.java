package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what happens, in Marathon's events. */
final class Events {
    private final EventHub hub;
    private final Clock clock;
    private final Host host;

    Events(EventHub hub, Clock clock, Host host) {
        this.hub = hub;
        this.clock = clock;
        this.host = host;
    }

    private void publish(String type, ObjectNode data) {
        publish(type, data, clock.instant());
    }

    private void publish(String type, ObjectNode data, Instant when) {
        hub.publish(type, data.put("eventType", type).put("timestamp", Timestamps.text(when)));
    }

    void streamAttached(String remote) {
        publish("event_stream_attached", Json.object().put("remoteAddress", remote));
    }

    void streamDetached(String remote) {
        publish("event_stream_detached", Json.object().put("remoteAddress", remote));
    }

    void apiPost(String clientIp, String uri, Spec spec) {
        ObjectNode data = Json.object().put("clientIp", clientIp).put("uri", uri);
        data.set("appDefinition", spec.view());
        publish("api_post_event", data);
    }

    void groupChanged(Instant version) {
        publish("group_change_success", Json.object().put("groupId", "/").put("version", Timestamps.text(version)));
    }

    void groupChangeFailed(String group, Instant version, String reason) {
        publish(
                "group_change_failed",
                Json.object()
                        .put("groupId", group)
                        .put("version", Timestamps.text(version))
                        .put("reason", reason));
    }

    void deploymentInfo(Plan plan, List<Action> step) {
        publish("deployment_info", step(plan, step));
    }

    void deploymentStepSuccess(Plan plan, List<Action> step) {
        publish("deployment_step_success", step(plan, step));
    }

    private static ObjectNode step(Plan plan, List<Action> step) {
        ObjectNode data = Json.object();
        data.set("plan", plan.view());
        data.set("currentStep", Plan.stepView(step));
        return data;
    }

    void deploymentSuccess(Plan plan) {
        publish("deployment_success", plan(plan));
    }

    void deploymentFailed(Plan plan, String reason) {
        String type = "deployment_failed";
        ObjectNode data = plan(plan).put("eventType", type);
        hub.publish(
                type, data.put("timestamp", Timestamps.text(clock.instant())).put("reason", reason));
    }

    private static ObjectNode plan(Plan plan) {
        ObjectNode data = Json.object().put("id", plan.id());
        data.set("plan", plan.view());
        return data;
    }

    void appTerminated(AppId app) {
        publish("app_terminated_event", Json.object().put("appId", app.path()));
    }

    void healthChecksAdded(Spec spec) {
        spec.json().path("healthChecks").forEach(check -> {
            ObjectNode data = Json.object().put("appId", spec.id().path()).put("eventType", "add_health_check_event");
            data.set("healthCheck", check);
            data.put("timestamp", Timestamps.text(clock.instant()));
            hub.publish("add_health_check_event", data.put("version", Timestamps.text(spec.version())));
        });
    }

    void healthChecksRemoved(Spec spec) {
        spec.json()
                .path("healthChecks")
                .forEach(check -> publish(
                        "remove_health_check_event",
                        Json.object().put("appId", spec.id().path())));
    }

    void instanceChanged(Instance instance, String condition) {
        boolean placed = instance.hasTask();
        publish(
                "instance_changed_event",
                Json.object()
                        .put("instanceId", instance.id)
                        .put("condition", condition)
                        .put("runSpecId", instance.app().path())
                        .put("agentId", placed ? host.agentId() : null)
                        .put("host", placed ? host.address() : null)
                        .put("runSpecVersion", Timestamps.text(instance.spec.version())));
    }

    void statusUpdate(Instance instance, String state, String message) {
        ObjectNode data = Json.object()
                .put("slaveId", host.agentId())
                .put("taskId", instance.taskId())
                .put("taskStatus", state)
                .put("message", message)
                .put("appId", instance.app().path())
                .put("host", host.address());
        data.set("ipAddresses", host.ipAddresses());
        data.set("ports", Json.numbers(instance.ports));
        publish("status_update_event", data.put("version", Timestamps.text(instance.spec.version())));
    }

    void healthStatusChanged(Instance instance, boolean alive) {
        publish(
                "health_status_changed_event",
                Json.object()
                        .put("appId", instance.app().path())
                        .put("instanceId", instance.id)
                        .put("version", Timestamps.text(instance.spec.version()))
                        .put("alive", alive));
    }

    void instanceHealthChanged(Instance instance, @Nullable Boolean healthy) {
        publish(
                "instance_health_changed_event",
                Json.object()
                        .put("instanceId", instance.id)
                        .put("runSpecId", instance.app().path())
                        .put("healthy", healthy)
                        .put("runSpecVersion", Timestamps.text(instance.spec.version())));
    }

    void healthCheckFailed(Instance instance, int check) {
        ObjectNode data =
                Json.object().put("appId", instance.app().path()).put("eventType", "failed_health_check_event");
        data.set("healthCheck", instance.spec.json().path("healthChecks").path(check));
        hub.publish(
                "failed_health_check_event",
                data.put("taskId", instance.id).put("timestamp", Timestamps.text(clock.instant())));
    }

    void unhealthyKill(Instance instance, String reason, Instant when) {
        publish(
                "unhealthy_instance_kill_event",
                Json.object()
                        .put("appId", instance.app().path())
                        .put("taskId", instance.taskId())
                        .put("instanceId", instance.id)
                        .put("version", Timestamps.text(instance.spec.version()))
                        .put("reason", reason)
                        .put("host", host.address())
                        .put("slaveId", host.agentId()),
                when);
    }

    void unknownTerminated(Instance instance, String condition) {
        publish(
                "unknown_instance_terminated_event",
                Json.object()
                        .put("instanceId", instance.id)
                        .put("runSpecId", instance.app().path())
                        .put("condition", condition));
    }

    /** The realm's one host, as events and task lists name it. */
    record Host(String address, String agentId) {
        ArrayNode ipAddresses() {
            return Json.array().add(Json.object().put("ipAddress", address).put("protocol", "IPv4"));
        }
    }
}
