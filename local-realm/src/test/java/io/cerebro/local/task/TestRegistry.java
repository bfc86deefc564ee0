package io.cerebro.local.task;

import static io.cerebro.local.task.Eventually.eventually;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real registry of images, for as long as a test runs. */
final class TestRegistry implements AutoCloseable {
    private final Process process;
    private final String address;

    private TestRegistry(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static TestRegistry start(Path directory, String host, int port) throws Exception {
        Path config = Files.createDirectories(directory).resolve("config.yml");
        Files.writeString(config, """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "%s:%d"}
                """.formatted(directory, host, port));
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        eventually("the registry listens", () -> {
            try (Socket socket = new Socket(host, port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
        return new TestRegistry(process, host + ":" + port);
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
