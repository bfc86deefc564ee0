package io.cerebro.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the rehearsal is played: two realms on addresses of their own, and how the sample service gets its versions. */
final class Stage {
    static final String QA = "127.77.0.1";
    static final String PROD = "127.77.0.2";
    static final int SERVICE_PORT = 8080;

    private final Path directory;
    private final Path sample;
    private final boolean docker;
    private final String registry;
    final CommandLine cerebro;

    /**
     * @param directory for state and reports; goes when the rehearsal is over
     * @param sample the sample service's sources
     * @param registry of images; empty to play with plain processes
     */
    Stage(List<String> command, Path directory, Path sample, String registry) {
        this.directory = directory;
        this.sample = sample;
        this.docker = !registry.isEmpty();
        this.registry = registry;
        this.cerebro = new CommandLine(
                command,
                Map.of(
                        "CEREBRO_HOME", directory.resolve("home").toString(),
                        "CEREBRO_REALMS", directory.resolve("realms.yaml").toString()),
                sample);
    }

    boolean docker() {
        return docker;
    }

    void build() {
        String registryLine = docker ? "    registry: {address: \"" + registry + "\"}\n" : "";
        String realms = "realms:\n" + realm("qa", QA, registryLine) + realm("prod", PROD, registryLine);
        try {
            Files.writeString(directory.resolve("realms.yaml"), realms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String realm(String name, String address, String registryLine) {
        return """
                  %s:
                %s    local: {address: %s, marathonPort: 8081, agentPort: 5051}
                    stages:
                      isolated: {bake: 8s}
                      partial: {percent: 10, bake: 38s}
                      drain: 10s
                """.formatted(name, registryLine, address);
    }

    /** Builds a version and answers with its image; without Docker there is nothing to build. */
    String image(String version) {
        if (!docker) {
            System.out.println("  (left out: build and push of " + version + ", there is no Docker Engine)");
            return "";
        }
        return cerebro.quietly(
                "build",
                "qa",
                ".",
                "--name",
                "orders",
                "--tag",
                version,
                "--build-arg",
                "VERSION=" + version,
                "--build-arg",
                "REGISTRY=" + registry);
    }

    /** The arguments that name a version: its definition, its image, where its report goes. */
    String[] version(String command, String realm, String version, String image) {
        String definition = docker ? "marathon.yaml" : "marathon.process.yaml";
        List<String> words = new java.util.ArrayList<>(List.of(command, realm, definition));
        if (docker) {
            words.addAll(List.of("--image", image));
        } else {
            words.addAll(List.of("--set", "ORDERS_CLASSES=" + directory.resolve("classes")));
        }
        words.addAll(List.of(
                "--set",
                "VERSION=" + version,
                "--report",
                report(realm, version).toString()));
        return words.toArray(String[]::new);
    }

    Path report(String realm, String version) {
        return directory.resolve(realm + "-" + version + ".json");
    }

    Path sample() {
        return sample;
    }
}
