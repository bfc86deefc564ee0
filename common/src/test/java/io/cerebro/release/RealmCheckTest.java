package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.sun.net.httpserver.HttpServer;
import io.cerebro.gate.Preview;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.HttpAccess;
import io.cerebro.realm.JsonAccess;
import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;

class RealmCheckTest {
    private static final AppId ORDERS = AppId.of("/shop/orders");

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

    @Test
    void saysWhatASourceSeesOfAService() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse().setBody("{\"total\":1,\"failed\":0}"));
            server.enqueue(new MockResponse().setBody("{\"total\":0,\"failed\":0}"));
            server.enqueue(new MockResponse().setResponseCode(401));
            server.start();
            URI url = URI.create("http://127.0.0.1:" + server.getPort());

            assertThat(RealmCheck.sources(List.of(json(url, Optional.empty())), ORDERS))
                    .containsExactly(new Preview("Stats", true, "1 series, 1 request"));
            assertThat(RealmCheck.sources(List.of(json(url, Optional.empty())), ORDERS))
                    .containsExactly(
                            new Preview("Stats", false, "it answers, but has counted no request of /shop/orders"));
            Login login = new Login.Password("me", Secret.of("hunter2"));
            assertThat(RealmCheck.sources(List.of(json(url, Optional.of(login))), ORDERS))
                    .containsExactly(
                            new Preview(
                                    "Stats",
                                    false,
                                    "tried to GET " + url
                                            + "/shop_orders but it answered 401: is the user name and password of this source right?"));
        }
    }

    @Test
    void saysWhichSecretOfASourceIsMissing() {
        Login login = new Login.Token(Secret.missing("there is no token"));
        assertThat(RealmCheck.sources(List.of(json(URI.create("http://stats"), Optional.of(login))), ORDERS))
                .containsExactly(new Preview("Stats", false, "there is no token"));
    }

    private static JsonAccess json(URI url, Optional<Login> login) {
        return new JsonAccess(
                "Stats",
                new HttpAccess(url, login, Optional.empty()),
                JsonAccess.Url.of(url + "/${name}").path(),
                Duration.ofSeconds(30),
                new JsonAccess.Pointers(
                        JsonPointer.compile("/total"),
                        JsonPointer.compile("/failed"),
                        new TreeMap<>(),
                        Optional.empty()));
    }

    private static MarathonAccess marathon(int port) {
        return new MarathonAccess(List.of(URI.create("http://127.0.0.1:" + port)), Optional.empty(), 5051);
    }
}
