package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Fills in what a definition leaves out and drops what Marathon does not know, in the order that Marathon shows fields. */
final class Defaults {
    private static final Set<String> DECIMALS = Set.of("cpus", "mem", "disk");
    private final ObjectNode given;
    private final ObjectNode full = Json.object();

    private Defaults(ObjectNode given) {
        this.given = given;
    }

    static ObjectNode fill(AppId id, ObjectNode given) {
        return new Defaults(given).fill(id);
    }

    private ObjectNode fill(AppId id) {
        boolean mapped = Networking.mapped(given);
        full.put("id", id.path());
        copy("acceptedResourceRoles");
        unlessEmpty("args");
        number("backoffFactor", 1.15);
        whole("backoffSeconds", 1);
        copy("cmd");
        unlessEmpty("constraints");
        if (given.hasNonNull("container")) {
            full.set("container", Networking.container(given, mapped));
        }
        number("cpus", 1);
        dependencies(id);
        number("disk", 0);
        unlessEmpty("env");
        orElse("executor", () -> Json.object().textNode(""));
        fetch();
        checks("healthChecks", CheckDefaults::health);
        whole("instances", 1);
        orElse("labels", Json::object);
        whole("maxLaunchDelaySeconds", 300);
        number("mem", 128);
        whole("gpus", 0);
        full.set("networks", Networking.networks(given));
        if (!mapped) {
            full.set("portDefinitions", Networking.portDefinitions(given));
        }
        checks("readinessChecks", CheckDefaults::readiness);
        orElse("requirePorts", () -> Json.object().booleanNode(false));
        copy("taskKillGracePeriodSeconds");
        upgradeStrategy();
        copy("user");
        orElse("killSelection", () -> Json.object().textNode("YOUNGEST_FIRST"));
        orElse(
                "unreachableStrategy",
                () -> Json.object().put("inactiveAfterSeconds", 0).put("expungeAfterSeconds", 0));
        copy("tty");
        orElse("role", () -> Json.object().textNode("*"));
        return full;
    }

    private void copy(String field) {
        if (given.hasNonNull(field)) {
            full.set(field, given.get(field));
        }
    }

    private void unlessEmpty(String field) {
        if (!given.path(field).isEmpty()) {
            full.set(field, given.get(field));
        }
    }

    private void orElse(String field, Supplier<? extends JsonNode> value) {
        full.set(field, given.hasNonNull(field) ? given.get(field) : value.get());
    }

    private void number(String field, double value) {
        JsonNode node = given.path(field);
        boolean decimal = DECIMALS.contains(field) || !node.isIntegralNumber();
        if (decimal) {
            full.put(field, node.isNumber() ? node.doubleValue() : value);
        } else {
            full.put(field, (double) node.longValue());
        }
    }

    private void whole(String field, int value) {
        full.put(field, given.path(field).isNumber() ? given.path(field).intValue() : value);
    }

    private void dependencies(AppId id) {
        String group = id.path().substring(0, id.path().lastIndexOf('/') + 1);
        List<String> absolute = Json.strings(given.path("dependencies")).stream()
                .map(other -> Ids.canonical(other.startsWith("/") ? other : group + other))
                .toList();
        if (!absolute.isEmpty()) {
            full.set("dependencies", Json.texts(absolute));
        }
    }

    private void fetch() {
        ArrayNode fetch = Json.array();
        given.path("uris").forEach(uri -> fetch.addObject().put("uri", uri.asText()));
        given.path("fetch").forEach(item -> fetch.add(item.deepCopy()));
        fetch.forEach(item -> {
            ObjectNode artifact = (ObjectNode) item;
            absent(artifact, "extract", true);
            absent(artifact, "executable", false);
            absent(artifact, "cache", false);
        });
        if (!fetch.isEmpty()) {
            full.set("fetch", fetch);
        }
    }

    private static void absent(ObjectNode node, String field, boolean value) {
        if (!node.hasNonNull(field)) {
            node.put(field, value);
        }
    }

    private void checks(String field, UnaryOperator<ObjectNode> fill) {
        if (!given.path(field).isEmpty()) {
            ArrayNode checks = full.putArray(field);
            given.path(field).forEach(check -> checks.add(fill.apply((ObjectNode) check)));
        }
    }

    private void upgradeStrategy() {
        JsonNode strategy = given.path("upgradeStrategy");
        full.putObject("upgradeStrategy")
                .put("maximumOverCapacity", strategy.path("maximumOverCapacity").asDouble(1))
                .put(
                        "minimumHealthCapacity",
                        strategy.path("minimumHealthCapacity").asDouble(1));
    }
}
