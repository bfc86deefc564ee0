package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Prometheus that scrapes four times a second. */
final class Prometheus {
    private final Path directory;
    private final int port;
    private final Process process;

    /** @param targets the addresses to scrape, by the app that they are of */
    Prometheus(Path directory, Map<String, List<String>> targets) throws IOException {
        this.directory = directory;
        this.port = free();
        Path config = Files.writeString(
                directory.resolve("prometheus.yml"),
                "global: {scrape_interval: 250ms, scrape_timeout: 250ms}\nscrape_configs:\n"
                        + "- job_name: shop\n  static_configs:\n"
                        + targets.entrySet().stream()
                                .map(app -> "  - {targets: ['" + String.join("', '", app.getValue())
                                        + "'], labels: {app: '" + app.getKey() + "'}}\n")
                                .collect(Collectors.joining()));
        this.process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void requireAlive() throws IOException {
        assertThat(process.isAlive())
                .as(() -> "prometheus has ended; its log is in " + directory)
                .isTrue();
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
