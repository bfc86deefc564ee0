package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.cerebro.http.Unreachable;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.MarathonAccess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealmCheckTest {
    @Test
    void saysWhichMarathonAnswers() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v2/info", exchange -> {
            byte[] info = """
                    {"name": "marathon", "version": "1.11.26", "leader": "10.0.0.7:8080"}""".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, info.length);
            exchange.getResponseBody().write(info);
            exchange.close();
        });
        server.start();
        try {
            assertThat(RealmCheck.marathon(marathon(server.getAddress().getPort())))
                    .isEqualTo("Marathon 1.11.26, leader 10.0.0.7:8080");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhyNot() {
        assertThatThrownBy(() -> RealmCheck.marathon(marathon(1)))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith("tried to GET http://127.0.0.1:1/v2/info");
        HaproxyAccess haproxy = new HaproxyAccess(
                "X-Canary",
                List.of(new HaproxyAccess.Balancer("lb1", "/run/no.sock", "/etc/haproxy/maps", Optional.empty())));
        assertThatThrownBy(() -> RealmCheck.router(haproxy))
                .hasMessage("tried to ask load balancer lb1 at /run/no.sock but there is no such socket; is HAProxy"
                        + " running, and is this its 'stats socket'?");
    }

    private static MarathonAccess marathon(int port) {
        return new MarathonAccess(List.of(URI.create("http://127.0.0.1:" + port)), Optional.empty(), 5051);
    }
}
