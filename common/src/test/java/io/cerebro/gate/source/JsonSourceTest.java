package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.SourceException;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.HttpAccess;
import io.cerebro.realm.JsonAccess;
import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSourceTest {
    private static final Contest CONTEST = new Contest(AppId.of("/shop/orders"), Instant.EPOCH);
    private static final JsonAccess.Pointers POINTERS = new JsonAccess.Pointers(
            JsonPointer.compile("/total"), JsonPointer.compile("/failed"), new TreeMap<>(), Optional.empty());

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.shutdown();
    }

    private Map<String, Counters> look(String path, Optional<Login> login, JsonAccess.Pointers pointers) {
        return source(path, login, pointers).look(CONTEST);
    }

    private Source source(String path, Optional<Login> login, JsonAccess.Pointers pointers) {
        JsonAccess.Url url = JsonAccess.Url.of("http://" + server.getHostName() + ":" + server.getPort() + path);
        JsonAccess access = new JsonAccess(
                "JSON",
                new HttpAccess(url.server(), login, Optional.empty()),
                url.path(),
                Duration.ofSeconds(5),
                pointers);
        return SourceFactory.of(List.of(access)).get(0);
    }

    private Map<String, Counters> look() {
        return look(
                "/${name}",
                Optional.empty(),
                new JsonAccess.Pointers(
                        JsonPointer.compile("/total"),
                        JsonPointer.compile("/failed"),
                        new TreeMap<>(Map.of(0.5, JsonPointer.compile("/slow"))),
                        Optional.of(JsonPointer.compile("/started"))));
    }

    private void answer(String body) {
        server.enqueue(new MockResponse().setBody(body));
    }

    @Test
    void readsEachAppsCounters() throws Exception {
        answer("{\"total\":90.0,\"failed\":1,\"slow\":30,\"started\":\"09:00\"}");
        answer("{\"total\":1e1,\"failed\":2,\"slow\":3,\"started\":1700000000}");

        assertThat(look())
                .isEqualTo(Map.of(
                        "stable",
                                new Counters(
                                        "09:00",
                                        new Tally(new Counts(90, 1), new Latencies(90, List.of(0.5), List.of(30L))),
                                        Tally.NONE),
                        "canary",
                                new Counters(
                                        "1700000000",
                                        Tally.NONE,
                                        new Tally(new Counts(10, 2), new Latencies(10, List.of(0.5), List.of(3L))))));
        assertThat(server.takeRequest().getPath()).isEqualTo("/shop_orders");
        assertThat(server.takeRequest().getPath()).isEqualTo("/shop_orders-canary");
    }

    /** A canary that is not there has no document yet. */
    @Test
    void asksForTheStableAppAloneBeforeThereIsACanary() throws Exception {
        answer("{\"total\":90,\"failed\":1}");

        assertThat(source("/${name}", Optional.empty(), POINTERS).stable(CONTEST))
                .isEqualTo(Map.of("stable", new Counters("", Tally.of(new Counts(90, 1)), Tally.NONE)));
        assertThat(server.takeRequest().getPath()).isEqualTo("/shop_orders");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void encodesTheAppIntoTheUrlAndLogsIn() throws Exception {
        answer("[7,[0]]");
        answer("[1,[1]]");
        assertThat(look(
                        "/a${app}/b?t=${track}&s=${service}",
                        Optional.of(new Login.Password("me", Secret.of("pw"))),
                        new JsonAccess.Pointers(
                                JsonPointer.compile("/0"),
                                JsonPointer.compile("/1/0"),
                                new TreeMap<>(),
                                Optional.empty())))
                .isEqualTo(Map.of(
                        "stable", new Counters("", Tally.of(new Counts(7, 0)), Tally.NONE),
                        "canary", new Counters("", Tally.NONE, Tally.of(new Counts(1, 1)))));
        assertThat(server.takeRequest().getPath()).isEqualTo("/a%2Fshop%2Forders/b?t=stable&s=shop%2Forders");
        assertThat(server.takeRequest().getHeader("Authorization")).isEqualTo("Basic bWU6cHc=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"total\":90,\"slow\":3,\"started\":1}|it has nothing at /failed",
                "{\"total\":90,\"failed\":1,\"slow\":3,\"started\":null}|it has nothing at /started",
                "{\"total\":\"90\",\"failed\":1,\"slow\":3,\"started\":1}|it has \"90\" at /total, which is no count",
                "{\"total\":-1,\"failed\":1,\"slow\":3,\"started\":1}|it has -1 at /total, which is no count",
                "{\"total\":{\"a\":1},\"failed\":1,\"slow\":3,\"started\":1}|it has {\"a\":1} at /total, which is no count",
                "{\"total\":9,\"failed\":10,\"slow\":3,\"started\":1}|it has 9 requests at /total, but 10 errors at /failed",
                "{\"total\":9,\"failed\":1,\"slow\":10,\"started\":1}|of 9 requests, those slower than the bounds [0.5] cannot be"
                        + " [10]",
                "<html>|it answered with something that is no JSON",
                "^^|it answered with nothing",
            })
    void refusesADocumentWithoutCounters(String body, String message) {
        answer(body);
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|it answered 401: give this source a login",
                "404|it answered 404",
                "302|it answered 302",
            })
    void refusesWhatIsNoDocument(int status, String message) {
        server.enqueue(new MockResponse().setResponseCode(status).setHeader("Location", "/login"));
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but " + message);
    }

    @Test
    void tellsAnAbsence() throws IOException {
        server.enqueue(new MockResponse().setResponseCode(503));
        assertThatThrownBy(this::look)
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + url() + " but it answered 503");
        String url = url();
        server.shutdown();
        assertThatThrownBy(this::look)
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + url + " but nothing accepts connections there; is it running?");
    }

    private String url() {
        return "http://" + server.getHostName() + ":" + server.getPort() + "/shop_orders";
    }
}
