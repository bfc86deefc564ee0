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
import io.cerebro.realm.Keyring;
import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.Secret;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.haproxy.FakeStatsSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void asksEveryQubitBambooForItsState() throws IOException {
        try (MockWebServer one = new MockWebServer();
                MockWebServer other = new MockWebServer()) {
            one.enqueue(new MockResponse().setBody("{\"Apps\":[],\"Services\":{}}"));
            other.enqueue(new MockResponse().setBody("null"));
            one.start();
            other.start();

            assertThatThrownBy(() -> RealmCheck.qubitBamboo(List.of(at(one), at(other))))
                    .isInstanceOf(Unreachable.class)
                    .hasMessage("tried to GET " + at(other)
                            + "/api/state but Qubit Bamboo answered 200 'null' instead of its state: does it reach its"
                            + " ZooKeeper and Marathon? Its log says so");
            assertThat(one.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void asksConsulWhetherTheTokenMayRead() throws Exception {
        try (MockWebServer consul = new MockWebServer()) {
            consul.enqueue(new MockResponse().setBody("\"127.0.0.1:8300\""));
            consul.enqueue(new MockResponse().setResponseCode(404));
            consul.enqueue(new MockResponse().setBody("\"127.0.0.1:8300\""));
            consul.enqueue(new MockResponse().setResponseCode(403).setBody("Permission denied"));
            consul.enqueue(new MockResponse().setBody("\"\""));
            consul.start();
            Optional<Secret> token = Optional.of(Secret.of("t0p"));

            RealmCheck.consul(List.of(at(consul)), token);
            assertThat(consul.takeRequest().getPath()).isEqualTo("/v1/status/leader");
            RecordedRequest read = consul.takeRequest();
            assertThat(read.getRequestLine()).isEqualTo("GET /v1/kv/canary/cerebro/config?consistent= HTTP/1.1");
            assertThat(read.getHeader("Authorization")).isEqualTo("Bearer t0p");
            assertThatThrownBy(() -> RealmCheck.consul(List.of(at(consul)), token))
                    .isInstanceOf(RouterException.class)
                    .hasMessage("tried to GET " + at(consul)
                            + "/v1/kv/canary/cerebro/config but Consul answered 403 'Permission denied':"
                            + " give the realm a token that may read and write keys under canary/");
            assertThatThrownBy(() -> RealmCheck.consul(List.of(at(consul)), Optional.empty()))
                    .isInstanceOf(Unreachable.class)
                    .hasMessage("tried to GET " + at(consul)
                            + "/v1/status/leader but it answered 200 '\"\"' instead of a leader's address: Consul has"
                            + " none now, or this is not Consul");
        }
    }

    @Test
    void refusesASocketThatShowsNoServers(@TempDir Path directory) throws IOException {
        try (FakeStatsSocket socket = FakeStatsSocket.at(directory.resolve("lb1"))) {
            RenderedHaproxy lb1 = new RenderedHaproxy("lb1", socket.path().toString());
            RealmCheck.rendered(lb1);
            socket.level("operator");
            RealmCheck.rendered(lb1);
            socket.level("user");
            assertThatThrownBy(() -> RealmCheck.rendered(lb1))
                    .isInstanceOf(RouterException.class)
                    .hasMessage("load balancer lb1 shows no addresses of servers at " + socket.path()
                            + ", because this 'stats socket' is of level user: give it the level operator, or admin");
        }
    }

    private static URI at(MockWebServer server) {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Test
    void asksAllPartsOfARealmAndGoesOnWhereOneIsAway() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse()
                    .setHeader("Content-Type", "application/json")
                    .setBody("{\"slaves\": [{\"resources\": {\"cpus\": 4, \"mem\": 512}}]}"));
            server.enqueue(new MockResponse().setResponseCode(403));
            server.enqueue(new MockResponse().setBody("{\"total\":7,\"failed\":0}"));
            server.start();
            Realm realm = Realms.read(
                            "realms.yaml",
                            """
                            realms:
                              qa:
                                marathon: {urls: ['http://127.0.0.1:1']}
                                router:
                                  haproxy:
                                    loadBalancers: [{name: lb1, socket: /run/no.sock, maps: /etc/haproxy/maps}]
                                mesos: {urls: ['AT']}
                                gate: {sources: [{json: {name: Stats, url: 'AT/${name}', requests: /total, errors: /failed}}]}
                            """.replace("AT", at(server).toString()),
                            new Realms.Surroundings(Path.of("/"), Path::of, Keyring.none()))
                    .get("qa");

            List<RealmCheck.Answer> answers = RealmCheck.parts(realm, Optional.of(ORDERS));

            assertThat(answers)
                    .containsExactly(
                            new RealmCheck.Answer(
                                    false,
                                    "tried to GET http://127.0.0.1:1/v2/info but nothing accepts connections there; is"
                                            + " it running?"),
                            new RealmCheck.Answer(
                                    false,
                                    "tried to ask load balancer lb1 at /run/no.sock but there is no such socket; is"
                                            + " HAProxy running, and is this its 'stats socket'?"),
                            new RealmCheck.Answer(true, "Mesos has 1 agent, with 4 cpus and 512 MB free"),
                            new RealmCheck.Answer(true, "Stats: 1 series, 7 requests"));
            assertThat(RealmCheck.parts(realm, Optional.empty())).hasSize(3);
        }
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
