package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code docker run} for one task.
 *
 * <p>The environment goes in as an env file on standard input, and what does not fit a line of it in the environment of the
 * docker command: so it is neither on disk nor in anybody's process list.
 */
final class DockerRun {
    private static final Duration LONGEST_PULL = Duration.ofMinutes(10);
    private static final int LONGEST_LINE = 15_000;
    private static final double FEWEST_CPUS = 0.01;
    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> OURS =
            Set.of("name", "detach", "rm", "restart", "pull", "env-file", "cidfile", "interactive", "tty");
    private static final List<String> BOUNDED_LOG =
            List.of("--log-driver=json-file", "--log-opt=max-size=5m", "--log-opt=max-file=2");

    private final Launch launch;
    private final JsonNode definition;
    private final List<String> words = new ArrayList<>(List.of("run", "--detach"));
    private final StringBuilder file = new StringBuilder();
    private final Map<String, String> passed = new HashMap<>();

    private DockerRun(Launch launch) {
        this.launch = launch;
        this.definition = launch.definition().json();
    }

    /**
     * @param name of the container
     * @throws Refused if the definition asks for what Docker or this realm does not have
     */
    static Docker.Call call(Launch launch, String name, Map<String, String> labels) {
        DockerRun run = new DockerRun(launch);
        run.add("--name=" + name);
        labels.forEach((key, value) -> run.add("--label=" + key + "=" + value));
        run.image();
        run.limits();
        run.environment();
        run.network();
        run.volumes();
        run.parameters();
        run.command();
        return new Docker.Call(run.words, run.passed, run.file.toString(), LONGEST_PULL);
    }

    private void image() {
        boolean always = definition.at("/container/docker/forcePullImage").asBoolean();
        add("--pull=" + (always ? "always" : "missing"));
        if (definition.at("/container/docker/privileged").asBoolean()) {
            add("--privileged");
        }
    }

    private void limits() {
        Resources resources = Resources.of(launch.definition());
        double most = Runtime.getRuntime().availableProcessors();
        double cpus = Math.max(FEWEST_CPUS, Math.min(resources.cpus(), most));
        add("--cpus=" + String.format(Locale.ROOT, "%.3f", cpus));
        add("--cpu-shares=" + Math.max(2, Math.round(resources.cpus() * 1024)));
        add("--memory=" + resources.memoryBytes() + "b");
        add("--memory-swap=" + resources.memoryBytes() + "b");
    }

    private void environment() {
        add("--env-file=/dev/stdin");
        Environment.of(launch).forEach((name, value) -> {
            if (fitsALine(value)) {
                file.append(name).append('=').append(value).append('\n');
            } else {
                add("--env=" + name);
                passed.put(name, value);
            }
        });
    }

    private static boolean fitsALine(String value) {
        return value.length() < LONGEST_LINE
                && value.lines().count() <= 1
                && !value.endsWith("\n")
                && !value.endsWith("\r");
    }

    private void network() {
        JsonNode network = definition.path("networks").path(0);
        String mode = network.path("mode").asText(legacyMode());
        switch (mode) {
            case "host" -> add("--network=host");
            case "container/bridge" -> publish();
            case "container" -> {
                add("--network=" + safe("network", network.path("name").asText()));
                publish();
            }
            default ->
                throw new Refused("The network mode '" + mode + "' is none of host, container/bridge, container");
        }
    }

    private String legacyMode() {
        return switch (definition.at("/container/docker/network").asText("HOST")) {
            case "BRIDGE" -> "container/bridge";
            case "USER" -> "container";
            default -> "host";
        };
    }

    private void publish() {
        for (Port port : Port.of(launch)) {
            for (String protocol : List.of(port.protocol().split(",", -1))) {
                add("--publish=" + launch.host() + ":" + port.host() + ":" + port.container() + "/" + protocol);
            }
        }
    }

    private void volumes() {
        for (JsonNode volume : definition.at("/container/volumes")) {
            Optional<String> host = Optional.ofNullable(volume.path("hostPath").textValue());
            String container =
                    safe("containerPath", volume.path("containerPath").asText());
            String from = host.map(path -> safe("hostPath", path))
                    .orElseThrow(() -> new Refused("The volume '" + container
                            + "' has no 'hostPath': a realm on one machine has host volumes only"));
            if (!Path.of(from).isAbsolute()) {
                throw new Refused("The volume's hostPath '" + from + "' is not absolute");
            }
            add("--volume=" + from + ":" + container + ":"
                    + volume.path("mode").asText("RW").toLowerCase(Locale.ROOT));
        }
    }

    private void parameters() {
        boolean ownLog = false;
        for (JsonNode parameter : definition.at("/container/docker/parameters")) {
            String key = parameter.path("key").asText();
            if (!PARAMETER.matcher(key).matches() || OURS.contains(key)) {
                throw new Refused(
                        "The docker parameter '" + key + "' cannot be set in a realm on one machine: remove it");
            }
            ownLog |= key.startsWith("log-");
            add("--" + key + "=" + parameter.path("value").asText());
        }
        if (!ownLog) {
            words.addAll(BOUNDED_LOG);
        }
    }

    private void command() {
        String image = launch.definition().image().orElseThrow(() -> new Refused("The container has no image"));
        if (image.isBlank() || image.startsWith("-")) {
            throw new Refused("'" + image + "' is not the name of an image");
        }
        String cmd = definition.path("cmd").asText("");
        if (cmd.isEmpty()) {
            add(image);
            definition.path("args").forEach(arg -> add(arg.asText()));
        } else {
            words.addAll(List.of("--entrypoint=/bin/sh", image, "-c", cmd));
        }
    }

    private static String safe(String what, String value) {
        if (value.isEmpty() || value.startsWith("-") || value.indexOf(':') >= 0) {
            throw new Refused("The " + what + " '" + value + "' must be neither empty nor hold a ':'");
        }
        return value;
    }

    private void add(String word) {
        words.add(word);
    }
}
