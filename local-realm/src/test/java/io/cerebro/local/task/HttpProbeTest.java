package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.cerebro.local.task.Probe.Answer;
import io.cerebro.local.task.Probe.Http;
import io.cerebro.local.task.Probe.Question;
import io.cerebro.local.task.Probe.Scheme;
import io.cerebro.traffic.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpProbeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HttpProbe probe = new HttpProbe();
    private final List<Integer> clientPorts = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    HttpProbeTest() throws Exception {
        server = HttpServer.create(new InetSocketAddress(Launches.HOST, 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            clientPorts.add(exchange.getRemoteAddress().getPort());
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/nowhere");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        probe.close();
    }

    private Answer ask(Scheme scheme, int port, String path) throws Exception {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        probe.ask(new Question(scheme, new Address(Launches.HOST, port), path, SECOND), answer::complete);
        return answer.get(30, TimeUnit.SECONDS);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(Launches.HOST))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void tellsStatusReasonAndBody() throws Exception {
        assertThat(ask(Scheme.HTTP, port(), "/503").http()).contains(new Http(503, "Service Unavailable", "hello"));
        assertThat(ask(Scheme.HTTP, port(), "200").http()).contains(new Http(200, "OK", "hello"));
    }

    @Test
    void followsNoRedirect() throws Exception {
        assertThat(ask(Scheme.HTTP, port(), "/302").http().map(Http::status)).contains(302);
    }

    @Test
    void asksOnANewConnectionEachTime() throws Exception {
        ask(Scheme.HTTP, port(), "/200");
        ask(Scheme.HTTP, port(), "/200");

        assertThat(clientPorts).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port = free();

        assertThat(ask(Scheme.HTTP, port, "/").problem())
                .contains("ConnectException: Connection refused (127.0.0.21:" + port + ")");
        assertThat(ask(Scheme.TCP, port, "/").problem())
                .contains("ConnectException: Connection refused (127.0.0.21:" + port + ")");
    }

    @Test
    void isContentWithAnOpenPort() throws Exception {
        assertThat(ask(Scheme.TCP, port(), "/")).isEqualTo(Answer.connected());
    }

    @Test
    void isContentWithAPortThatSpeaksFirst() throws Exception {
        try (ServerSocket greeter = new ServerSocket(0, 5, InetAddress.getByName(Launches.HOST))) {
            CompletableFuture<Void> greeting = accept(greeter, "220 ready\r\n");

            assertThat(ask(Scheme.TCP, greeter.getLocalPort(), "/")).isEqualTo(Answer.connected());
            greeting.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void isNotContentWithAPortThatClosesAtOnce() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getByName(Launches.HOST))) {
            int port = proxy.getLocalPort();
            CompletableFuture<Void> closed = accept(proxy, "");

            assertThat(ask(Scheme.TCP, port, "/").problem())
                    .contains("EOFException: The connection was closed at once (127.0.0.21:" + port + ")");
            closed.get(30, TimeUnit.SECONDS);
        }
    }

    private static CompletableFuture<Void> accept(ServerSocket server, String greeting) {
        return CompletableFuture.runAsync(() -> {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void saysThatAnAnswerTookTooLong() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName(Launches.HOST))) {
            int port = silent.getLocalPort();

            assertThat(ask(Scheme.HTTP, port, "/health").problem())
                    .contains("TimeoutException: no answer from http://127.0.0.21:" + port + "/health within 1 s");
        }
    }

    @Test
    void believesACertificateThatNobodySigned(@TempDir Path directory) throws Exception {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(Launches.HOST, 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("keys.p12"))));
        secure.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        secure.start();
        try {
            assertThat(ask(Scheme.HTTPS, secure.getAddress().getPort(), "/").http())
                    .contains(new Http(204, "No Content", ""));
        } finally {
            secure.stop(0);
        }
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=somebody.else",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
