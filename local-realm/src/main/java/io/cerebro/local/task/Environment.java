package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The environment that Marathon gives a task.
 *
 * <p>{@code PORT0} and the like are the ports on the host, also where the definition maps them to another port inside the
 * container. The definition's own variables win.
 */
final class Environment {
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("[^\\s=\\x00#][^\\s=\\x00]*");
    private static final int LONGEST_LABEL = 512;

    private Environment() {}

    /** @throws Refused if the definition has a variable that cannot be given */
    static Map<String, String> of(Launch launch) {
        Map<String, String> environment = new LinkedHashMap<>();
        ObjectNode definition = launch.definition().json();
        context(environment, launch);
        labels(environment, launch.definition().labels());
        ports(environment, Port.of(launch));
        environment.put("HOST", launch.host());
        definition
                .path("env")
                .properties()
                .forEach(variable ->
                        environment.put(name(variable.getKey()), value(variable.getKey(), variable.getValue())));
        return environment;
    }

    private static void context(Map<String, String> environment, Launch launch) {
        Resources resources = Resources.of(launch.definition());
        environment.put("MESOS_TASK_ID", launch.taskId());
        environment.put("MARATHON_APP_ID", launch.definition().id().path());
        environment.put("MARATHON_APP_VERSION", VERSION.format(launch.version()));
        launch.definition().image().ifPresent(image -> environment.put("MARATHON_APP_DOCKER_IMAGE", image));
        environment.put("MARATHON_APP_RESOURCE_CPUS", String.valueOf(resources.cpus()));
        environment.put("MARATHON_APP_RESOURCE_MEM", String.valueOf(resources.mem()));
        environment.put("MARATHON_APP_RESOURCE_DISK", String.valueOf(resources.disk()));
        environment.put("MARATHON_APP_RESOURCE_GPUS", String.valueOf(resources.gpus()));
    }

    private static void labels(Map<String, String> environment, Map<String, String> labels) {
        Map<String, String> accepted = new LinkedHashMap<>();
        labels.forEach((key, value) -> {
            if (key.length() + value.length() < LONGEST_LABEL) {
                accepted.put(key.replaceAll("[^a-zA-Z0-9_]+", "_").toUpperCase(Locale.ROOT), value);
            }
        });
        environment.put("MARATHON_APP_LABELS", String.join(" ", accepted.keySet()));
        accepted.forEach((key, value) -> environment.put("MARATHON_APP_LABEL_" + key, value));
    }

    private static void ports(Map<String, String> environment, List<Port> ports) {
        for (int index = 0; index < ports.size(); index++) {
            Port port = ports.get(index);
            String number = String.valueOf(port.host());
            environment.put("PORT" + index, number);
            environment.put("PORT_" + (port.declared() == 0 ? port.host() : port.declared()), number);
            if (!port.name().isEmpty()) {
                environment.put("PORT_" + port.name().toUpperCase(Locale.ROOT), number);
            }
        }
        if (!ports.isEmpty()) {
            environment.put("PORT", String.valueOf(ports.get(0).host()));
            environment.put(
                    "PORTS",
                    ports.stream().map(port -> String.valueOf(port.host())).collect(Collectors.joining(",")));
        }
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Refused("The environment variable '" + name
                    + "' has no valid name: rename it in 'env', without spaces, '=' and a leading '#'");
        }
        return name;
    }

    private static String value(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw new Refused("The environment variable '" + name
                    + "' refers to a secret store, which a realm on one machine does not have: give it a plain value in the"
                    + " definition's overlay for this realm");
        }
        String text = value.asText();
        if (text.indexOf('\0') >= 0) {
            throw new Refused("The value of the environment variable '" + name + "' holds a zero byte: remove it");
        }
        return text;
    }
}
