package io.cerebro.local.marathon;

import static io.cerebro.local.marathon.Shape.integer;
import static io.cerebro.local.marathon.Shape.integerFrom;
import static io.cerebro.local.marathon.Shape.number;
import static io.cerebro.local.marathon.Shape.numberFrom;
import static io.cerebro.local.marathon.Shape.oneOf;
import static io.cerebro.local.marathon.Shape.text;
import static io.cerebro.local.marathon.Shape.textLike;
import static io.cerebro.local.marathon.Shape.textOfLength;
import static io.cerebro.local.marathon.Shape.timestamp;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.marathon.Shape.Bool;
import io.cerebro.local.marathon.Shape.Fields;
import io.cerebro.local.marathon.Shape.ListOf;
import io.cerebro.local.marathon.Shape.MapOf;
import io.cerebro.local.marathon.Shape.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The types and ranges of an app's fields. */
final class Syntax {
    private static final String LABEL = "(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])";
    private static final String SEGMENT = "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\.|\\.\\.)";
    static final Pattern ID = Pattern.compile("/|/?" + SEGMENT + "(?:/" + SEGMENT + ")*/?");

    private static final Shape PORT = integer(0, 65535);
    private static final Shape LABELS = new MapOf(text());
    private static final Shape TRANSPORT = oneOf("tcp", "udp", "udp,tcp");

    private static final Shape DOCKER = new Fields(
            Map.of(
                    "image", textOfLength(1),
                    "forcePullImage", new Bool(),
                    "privileged", new Bool(),
                    "network", oneOf("BRIDGE", "HOST", "NONE", "USER"),
                    "parameters",
                            new ListOf(new Fields(Map.of("key", text(), "value", text()), Set.of("key", "value")))),
            Set.of("image"));
    private static final Shape MAPPING = new Fields(
            Map.of(
                    "containerPort", PORT,
                    "hostPort", PORT,
                    "servicePort", PORT,
                    "labels", LABELS,
                    "name", text(),
                    "protocol", TRANSPORT),
            Set.of());
    private static final Shape CONTAINER = new Fields(
            Map.of("type", oneOf("DOCKER", "MESOS"), "docker", DOCKER, "portMappings", new ListOf(MAPPING)), Set.of());
    private static final Shape HEALTH_CHECK = new Fields(
            Map.of(
                    "gracePeriodSeconds", integerFrom(0),
                    "intervalSeconds", integerFrom(0),
                    "timeoutSeconds", integerFrom(0),
                    "delaySeconds", integerFrom(0),
                    "maxConsecutiveFailures", integerFrom(0),
                    "path", text(),
                    "port", PORT,
                    "portIndex", integerFrom(0),
                    "protocol", oneOf("HTTP", "HTTPS", "TCP", "COMMAND", "MESOS_TCP", "MESOS_HTTP", "MESOS_HTTPS")),
            Set.of());
    private static final Shape READINESS_CHECK = new Fields(
            Map.of(
                    "name", text(),
                    "protocol", oneOf("HTTP", "HTTPS"),
                    "path", text(),
                    "portName", text(),
                    "intervalSeconds", integerFrom(1),
                    "timeoutSeconds", integerFrom(1),
                    "httpStatusCodesForReady", new ListOf(integer(100, 999)),
                    "preserveLastResponse", new Bool()),
            Set.of());
    private static final Shape PORT_DEFINITION =
            new Fields(Map.of("port", PORT, "name", text(), "protocol", TRANSPORT, "labels", LABELS), Set.of());
    private static final Shape UPGRADE = new Fields(
            Map.of("maximumOverCapacity", number(0, 1), "minimumHealthCapacity", number(0, 1)),
            new LinkedHashSet<>(List.of("maximumOverCapacity", "minimumHealthCapacity")));

    private static final Map<String, Shape> APP = app();

    private Syntax() {}

    private static Map<String, Shape> app() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("id", textLike(ID));
        fields.put("instances", integerFrom(0));
        fields.put("cpus", numberFrom(0));
        fields.put("mem", numberFrom(0));
        fields.put("disk", numberFrom(0));
        fields.put("gpus", integerFrom(0));
        fields.put("cmd", textOfLength(1));
        fields.put("args", new ListOf(text()));
        fields.put("user", text());
        fields.put("env", new MapOf(new Variable()));
        fields.put("labels", LABELS);
        fields.put("constraints", new ListOf(new ListOf(text())));
        fields.put("dependencies", new ListOf(text()));
        fields.put("container", CONTAINER);
        fields.put("healthChecks", new ListOf(HEALTH_CHECK));
        fields.put("readinessChecks", new ListOf(READINESS_CHECK));
        fields.put(
                "networks",
                new ListOf(new Fields(Map.of("mode", oneOf("host", "container", "container/bridge")), Set.of())));
        fields.put("portDefinitions", new ListOf(PORT_DEFINITION));
        fields.put("ports", new ListOf(PORT));
        fields.put("requirePorts", new Bool());
        fields.put("backoffFactor", numberFrom(1));
        fields.put("backoffSeconds", numberFrom(0));
        fields.put("maxLaunchDelaySeconds", integerFrom(0));
        fields.put("taskKillGracePeriodSeconds", integerFrom(0));
        fields.put("upgradeStrategy", UPGRADE);
        fields.put("killSelection", oneOf("YOUNGEST_FIRST", "OLDEST_FIRST"));
        fields.put("acceptedResourceRoles", new ListOf(text()));
        fields.put("role", text());
        fields.put("version", timestamp());
        return fields;
    }

    /** @throws Refusal when a field has the wrong type or is out of range */
    static void check(JsonNode definition, Set<String> required) {
        List<Problem> problems = new ArrayList<>();
        new Fields(APP, required).check("", definition, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalidJson(problems);
        }
    }
}
