package io.cerebro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The image that bin/cerebro-image makes, run by the shop's realm with the shipped definition. */
final class ContainedCerebro implements AutoCloseable {
    private static final Path SHIPPED = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Shop shop;
    private final String image = "cerebro-it:" + UUID.randomUUID();

    ContainedCerebro(Shop shop) throws Exception {
        this.shop = shop;
        run(SHIPPED.resolve("bin/cerebro-image").toString(), image);
    }

    String image() {
        return image;
    }

    /** Deploys it, to release this version of the shop. */
    void release(String version) throws Exception {
        Path definition = Files.createDirectories(shop.file("ops")).resolve("marathon.yaml");
        Files.copy(SHIPPED.resolve("docs/examples/cerebro/marathon.yaml"), definition);
        // the sockets of this realm are its user's own, and its files are where they are
        Files.writeString(definition.resolveSibling("marathon.shop.yaml"), """
                container:
                  docker:
                    image: "%1$s"
                    parameters: [{key: user, value: "%2$s"}]
                  volumes: [{hostPath: %3$s, containerPath: %3$s, mode: RW}]
                env:
                  CEREBRO_HOME: %3$s/h
                  CEREBRO_REALMS: %3$s/realms.yaml
                  DEFINITION: %3$s/marathon.yaml
                """.formatted(
                        image, Files.getAttribute(shop.file("realms.yaml"), "unix:uid"), shop.file("")));
        shop.expect(
                0,
                "deploy",
                "shop",
                definition.toString(),
                "--set",
                "SERVICE=shop",
                "--set",
                "SERVICE_IMAGE=" + version,
                "--by",
                "ann");
    }

    /** What it has said, once the release is over. */
    List<String> said() throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            List<String> lines = log();
            if (lines.stream().anyMatch(line -> line.startsWith("ended with "))) {
                return lines;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("it has not ended: " + String.join("\n", lines));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private List<String> log() throws Exception {
        String container = String.join("", run("docker", "ps", "--all", "--quiet", "--filter", "ancestor=" + image));
        return container.isEmpty() ? List.of() : run("docker", "logs", container);
    }

    private static List<String> run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + String.join("\n", lines));
        }
        return lines;
    }

    /** The layers go with the last container of it. */
    @Override
    public void close() throws Exception {
        run("docker", "rmi", "--force", image);
    }
}
