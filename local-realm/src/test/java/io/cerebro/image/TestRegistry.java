package io.cerebro.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A real docker-registry on a free port, with its files in a directory of the test. */
public final class TestRegistry implements AutoCloseable {
    public static final String USER = "ci";
    public static final String PASSWORD = "s3cret-pw";
    private static final String HTPASSWD = USER + ":$2b$12$N1XBMgdCXErQpm1bhKj3cOxkPPZkv/B0RQz5ZduDlr/tJTQusLcPS\n";
    private static final String HOST = "127.0.0.41";

    private final Process process;
    private final int port;

    private TestRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static TestRegistry open(Path directory) throws IOException {
        return start(directory, "");
    }

    public static TestRegistry withLogin(Path directory) throws IOException {
        Path users = Files.writeString(directory.resolve("htpasswd"), HTPASSWD);
        return start(directory, "auth: {htpasswd: {realm: test, path: '" + users + "'}}\n");
    }

    private static TestRegistry start(Path directory, String more) throws IOException {
        int port = freePort();
        Path config = Files.writeString(
                directory.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: '%s'}}
                http: {addr: '%s:%d'}
                """.formatted(directory.resolve("data"), HOST, port) + more);
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        TestRegistry registry = new TestRegistry(process, port);
        registry.awaitListening();
        return registry;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!listening()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new AssertionError("docker-registry does not listen on " + address());
            }
            Thread.onSpinWait();
        }
    }

    private boolean listening() {
        try (Socket socket = new Socket(HOST, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public String address() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
