package io.cerebro.traffic.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatsSocketTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Test
    void tellsTheAnswersOfSeveralCommandsApart() throws Exception {
        try (Server server = new Server("a: 1\nb: 2\n\n\nIP changed\n\n")) {
            assertThat(server.socket().ask(List.of("show info", "show map /m", "set server a/b addr 1.2.3.4")))
                    .containsExactly("a: 1\nb: 2\n", "", "IP changed\n");
        }
    }

    @Test
    void saysWhichCommandWasNotAnswered() throws Exception {
        try (Server server = new Server("a: 1\n\n")) {
            assertThatThrownBy(() -> server.socket().ask(List.of("show info", "show stat")))
                    .isInstanceOf(Unreachable.class)
                    .hasMessage("tried to ask load balancer lb1 at 127.0.0.1:" + server.port()
                            + " to 'show stat' but it closed the connection before it had answered;"
                            + " does its log say why?");
        }
    }

    @Test
    void refusesWhatWouldBeMoreThanOneCommand() {
        StatsSocket socket = new StatsSocket("load balancer lb1", "/nowhere", TIMEOUT);

        for (String command : List.of("show stat;shutdown", "show stat\nshow info", "add map /m <<", "a\\ b", " ")) {
            assertThatThrownBy(() -> socket.ask(command))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + command + "' is not one plain HAProxy command");
        }
    }

    @Test
    void endsInTimeThoughTheAnswerNeverDoes() throws Exception {
        try (Server server = new Server("a", Integer.MAX_VALUE)) {
            StatsSocket socket = server.socket(Duration.ofMillis(200));
            assertThatThrownBy(() -> socket.ask("show stat"))
                    .isInstanceOf(Unreachable.class)
                    .hasMessage("tried to ask load balancer lb1 at 127.0.0.1:" + server.port()
                            + " but it did not answer within 200 ms; is it overloaded, or stopped?");
        }
    }

    @Test
    void takesNoMoreThanThereCanBe() throws Exception {
        try (Server server = new Server("0123456789abcdef".repeat(65_536), 33)) {
            assertThatThrownBy(() -> server.socket(Duration.ofMinutes(1)).ask("show stat"))
                    .isInstanceOf(Unreachable.class)
                    .hasMessage("tried to ask load balancer lb1 at 127.0.0.1:" + server.port()
                            + " but the connection broke: it sent more than 33554432 bytes; is it HAProxy's socket?");
        }
    }

    /** Answers one connection with a text, as often as is wanted or until nobody listens. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Server(String answer) throws IOException {
            this(answer, 1);
        }

        Server(String answer, int times) throws IOException {
            Thread thread = new Thread(() -> answer(answer, times));
            thread.setDaemon(true);
            thread.start();
        }

        private void answer(String text, int times) {
            try (Socket connection = listener.accept()) {
                InputStream request = connection.getInputStream();
                request.readAllBytes();
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < times; i++) {
                    connection.getOutputStream().write(bytes);
                }
            } catch (SocketException e) {
                // the client has hung up: that is what such a test wants
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        StatsSocket socket() {
            return socket(TIMEOUT);
        }

        StatsSocket socket(Duration timeout) {
            return new StatsSocket("load balancer lb1", "127.0.0.1:" + port(), timeout);
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
