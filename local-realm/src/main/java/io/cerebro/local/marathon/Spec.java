package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One version of an app.
 *
 * @param json Marathon's defaults filled in, without version fields
 * @param scaledAt when {@code instances} was last changed
 * @param configuredAt when anything else was
 */
record Spec(AppId id, ObjectNode json, Instant version, Instant scaledAt, Instant configuredAt) {
    int instances() {
        return json.path("instances").asInt();
    }

    double cpus() {
        return json.path("cpus").asDouble();
    }

    double mem() {
        return json.path("mem").asDouble();
    }

    Duration killGrace() {
        return Duration.ofSeconds(json.path("taskKillGracePeriodSeconds").asLong(3));
    }

    int healthChecks() {
        return json.path("healthChecks").size();
    }

    boolean readinessChecked() {
        return !json.path("readinessChecks").isEmpty();
    }

    double upgrade(String field) {
        return json.path("upgradeStrategy").path(field).asDouble();
    }

    boolean youngestFirst() {
        return !json.path("killSelection").asText().equals("OLDEST_FIRST");
    }

    List<AppId> dependencies() {
        return Json.strings(json.path("dependencies")).stream().map(AppId::of).toList();
    }

    /** One wish for each port: the fixed host port, or 0 for any. */
    List<Integer> hostPorts() {
        boolean mapped = json.path("container").has("portMappings");
        boolean fixed = json.path("requirePorts").asBoolean();
        return ports().valueStream()
                .map(port -> mapped
                        ? port.path("hostPort").asInt()
                        : fixed ? port.path("port").asInt() : 0)
                .toList();
    }

    /** Where clients find the service: one for each port. */
    List<Integer> servicePorts() {
        String field = json.path("container").has("portMappings") ? "servicePort" : "port";
        return ports().valueStream().map(port -> port.path(field).asInt()).toList();
    }

    private JsonNode ports() {
        JsonNode container = json.path("container");
        return container.has("portMappings") ? container.path("portMappings") : json.path("portDefinitions");
    }

    /** Paths of the health checks that Marathon itself, not Mesos, makes: only those say nothing until they have passed. */
    boolean checkedByMarathon() {
        return IntStream.range(0, healthChecks())
                .mapToObj(
                        i -> json.path("healthChecks").path(i).path("protocol").asText())
                .anyMatch(protocol -> !protocol.startsWith("MESOS_") && !protocol.equals("COMMAND"));
    }

    boolean sameConfiguration(Spec other) {
        return withoutInstances().equals(other.withoutInstances());
    }

    private ObjectNode withoutInstances() {
        return json.deepCopy().without("instances");
    }

    AppDefinition definition() {
        return AppDefinition.of(json);
    }

    Spec at(Instant moment) {
        return new Spec(id, json, moment, moment, moment);
    }

    Spec restarted(Instant moment) {
        return new Spec(id, json, moment, scaledAt, moment);
    }

    /** As Marathon shows it. */
    ObjectNode view() {
        ObjectNode view = json.deepCopy();
        view.put("version", Timestamps.text(version));
        view.putObject("versionInfo")
                .put("lastScalingAt", Timestamps.text(scaledAt))
                .put("lastConfigChangeAt", Timestamps.text(configuredAt));
        return view;
    }

    ObjectNode saved() {
        ObjectNode saved = Json.object();
        saved.set("json", json);
        return saved.put("version", version.toString())
                .put("scaledAt", scaledAt.toString())
                .put("configuredAt", configuredAt.toString());
    }

    static Spec restored(JsonNode saved) {
        ObjectNode json = (ObjectNode) saved.get("json");
        return new Spec(
                AppId.of(json.path("id").asText()),
                json,
                Instant.parse(saved.path("version").asText()),
                Instant.parse(saved.path("scaledAt").asText()),
                Instant.parse(saved.path("configuredAt").asText()));
    }
}
