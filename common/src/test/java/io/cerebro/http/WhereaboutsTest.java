package io.cerebro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Ask INFO = Ask.get("/v2/info");

    private final MockWebServer first = new MockWebServer();
    private final MockWebServer second = new MockWebServer();
    private final Queue<List<String>> registered = new ArrayDeque<>();
    private final Whereabouts whereabouts = Whereabouts.by(this::find);
    private final Remote remote = new Remote(whereabouts, Credentials.bearer("s3cret"), SHORT);

    private List<String> find() {
        List<String> next = registered.poll();
        if (next == null) {
            throw new Unreachable("tried to find it but nobody knows");
        }
        return next;
    }

    private void registered(MockWebServer... servers) {
        registered.add(Arrays.stream(servers).map(WhereaboutsTest::base).toList());
    }

    @BeforeEach
    void start() throws IOException {
        first.start(InetAddress.getLoopbackAddress(), 0);
        second.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() throws IOException {
        first.shutdown();
        second.shutdown();
    }

    @Test
    void areLookedUpOnceWhenTheyAreFirstNeeded() {
        registered(first);
        assertThat(whereabouts.first()).isEmpty();
        assertThat(registered).hasSize(1);

        first.enqueue(new MockResponse().setBody("one"));
        first.enqueue(new MockResponse().setBody("two"));

        assertThat(remote.ask(INFO).body()).isEqualTo("one");
        assertThat(remote.ask(INFO).body()).isEqualTo("two");
        assertThat(whereabouts.first()).contains(base(first));
    }

    @Test
    void areLookedUpAgainWhenNobodyAnswersThereAnyMore() throws Exception {
        registered(first);
        registered(second);
        first.enqueue(new MockResponse().setBody("before"));
        second.enqueue(new MockResponse().setBody("after"));

        assertThat(remote.ask(INFO).body()).isEqualTo("before");
        first.shutdown();
        assertThat(remote.ask(INFO).body()).isEqualTo("after");
        assertThat(whereabouts.first()).contains(base(second));
    }

    @Test
    void areAskedOnceMoreWhenAnotherLeads() {
        registered(first, second);
        registered(second, first);
        first.enqueue(new MockResponse().setResponseCode(503));
        second.enqueue(new MockResponse().setResponseCode(502));
        second.enqueue(new MockResponse().setBody("leader"));

        assertThat(remote.ask(INFO).body()).isEqualTo("leader");
    }

    @Test
    void areNotAskedTwiceWhenTheyAreTheSame() {
        registered(first);
        registered(first);
        first.enqueue(new MockResponse().setResponseCode(503));

        assertThatThrownBy(() -> remote.ask(INFO))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + base(first) + "/v2/info but it answered 503 with an empty body");
        assertThat(first.getRequestCount()).isEqualTo(1);
    }

    @Test
    void areNotLookedUpForWhatMayHaveArrived() {
        registered(first);
        registered(second);
        first.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

        assertThatThrownBy(() -> remote.ask(Ask.post("/v2/apps", "{}")))
                .hasMessage(
                        "tried to POST " + base(first) + "/v2/apps but the connection was closed without an answer");
        assertThat(registered).hasSize(1);
    }

    @Test
    void sayThatTheyCannotBeFound() {
        assertThatThrownBy(() -> remote.ask(INFO))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to find it but nobody knows");

        registered(first);
        first.enqueue(new MockResponse().setResponseCode(503));
        assertThatThrownBy(() -> remote.ask(INFO))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + base(first) + "/v2/info but it answered 503 with an empty body;"
                        + " then tried to find it but nobody knows");
    }

    @Test
    void alsoServeOnceNobodyKnowsThemAnyMore() {
        registered(first);
        first.enqueue(new MockResponse().setResponseCode(503));
        first.enqueue(new MockResponse().setBody("back"));

        assertThatThrownBy(() -> remote.ask(INFO)).isInstanceOf(Unreachable.class);
        assertThat(remote.ask(INFO).body()).isEqualTo("back");
    }

    @Test
    void aloneGetTheCredentials() throws Exception {
        HttpUrl there = HttpUrl.get(base(first) + "/v2/events");
        assertThat(remote.to(there).build().header("Authorization")).isNull();

        registered(first);
        first.enqueue(new MockResponse().setBody("{}"));
        remote.ask(INFO);

        assertThat(first.takeRequest().getHeader("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(remote.to(there).build().header("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(remote.to(HttpUrl.get(base(second))).build().header("Authorization"))
                .isNull();
    }

    @Test
    void areLookedUpAgainEachTimeTheyHaveAllHadTheirTurn() {
        registered(first, second);
        assertThat(remote.url(0, INFO)).hasToString(base(first) + "/v2/info");
        assertThat(remote.url(1, INFO)).hasToString(base(second) + "/v2/info");

        registered(second);
        assertThat(remote.url(2, INFO)).hasToString(base(second) + "/v2/info");
        assertThat(remote.url(3, INFO)).hasToString(base(second) + "/v2/info");
    }

    private static String base(MockWebServer server) {
        return "http://127.0.0.1:" + server.getPort();
    }
}
