package io.cerebro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteTest {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final MockWebServer first = new MockWebServer();
    private final MockWebServer second = new MockWebServer();

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
    void sendsCredentialsWithoutBeingAsked() throws Exception {
        first.enqueue(new MockResponse().setBody("{}"));

        new Remote(List.of(base(first)), Credentials.basic("deployer", "s3cret"), SHORT).ask(Ask.get("/v2/info"));

        assertThat(first.takeRequest().getHeader("Authorization")).isEqualTo("Basic ZGVwbG95ZXI6czNjcmV0");
    }

    @Test
    void keepsCredentialsFromWhereARedirectLeads() {
        first.enqueue(new MockResponse().setResponseCode(302).addHeader("Location", base(second) + "/v2/info"));

        Answer answer = new Remote(List.of(base(first)), Credentials.bearer("s3cret"), SHORT).ask(Ask.get("/v2/info"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo(base(second) + "/v2/info");
        assertThat(second.getRequestCount()).isZero();
    }

    @Test
    void givesCredentialsToItsOwnAddressesOnly() {
        Remote remote = new Remote(List.of(base(first)), Credentials.bearer("s3cret"), SHORT);

        assertThat(authorization(remote, base(first))).isEqualTo("Bearer s3cret");
        assertThat(authorization(remote, base(second))).isNull();
        assertThat(authorization(remote, base(first).replace("http:", "https:")))
                .isNull();
        assertThat(authorization(remote, base(first).replace("127.0.0.1", "localhost")))
                .isNull();
    }

    @Test
    void encodesPathAndQuery() throws Exception {
        first.enqueue(new MockResponse().setBody("{}"));

        remote(base(first) + "/behind/a/proxy/")
                .ask(Ask.get("/v2/a b").with("label", "a==b&c").with("label", "d"));

        assertThat(first.takeRequest().getPath()).isEqualTo("/behind/a/proxy/v2/a%20b?label=a%3D%3Db%26c&label=d");
    }

    @Test
    void asksTheNextAddressWhenOneAcceptsNoConnections() throws Exception {
        second.enqueue(new MockResponse().setBody("leader"));

        assertThat(remote(nobody(), base(second))
                        .ask(Ask.post("/v2/apps", "{}"))
                        .body())
                .isEqualTo("leader");
    }

    @Test
    void asksTheNextAddressWhenOneIsBetweenLeaders() {
        for (int status : new int[] {500, 502, 503, 504}) {
            first.enqueue(new MockResponse().setResponseCode(status));
            second.enqueue(new MockResponse().setBody("leader"));

            assertThat(remote(base(first), base(second))
                            .ask(Ask.put("/v2/apps/orders", "{}"))
                            .body())
                    .isEqualTo("leader");
        }
    }

    @Test
    void staysWithTheAddressThatAnswered() throws Exception {
        first.enqueue(new MockResponse().setResponseCode(503));
        second.enqueue(new MockResponse().setBody("one"));
        second.enqueue(new MockResponse().setBody("two"));
        Remote remote = remote(base(first), base(second));

        remote.ask(Ask.get("/v2/info"));
        remote.ask(Ask.get("/v2/info"));

        assertThat(first.getRequestCount()).isEqualTo(1);
        assertThat(second.getRequestCount()).isEqualTo(2);
    }

    @Test
    void neverPostsTwiceWhatMayHaveArrived() {
        first.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        second.enqueue(new MockResponse().setBody("leader"));

        assertThatThrownBy(() -> remote(base(first), base(second)).ask(Ask.post("/v2/apps", "{}")))
                .isInstanceOf(Unreachable.class)
                .hasMessage(
                        "tried to POST " + base(first) + "/v2/apps but the connection was closed without an answer");
        assertThat(first.getRequestCount()).isEqualTo(1);
        assertThat(second.getRequestCount()).isZero();
    }

    @Test
    void putsAgainElsewhereUnlessItIsForOnce() {
        first.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        second.enqueue(new MockResponse().setBody("leader"));
        assertThat(remote(base(first), base(second))
                        .ask(Ask.put("/v2/apps/orders", "{}"))
                        .body())
                .isEqualTo("leader");

        first.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        assertThatThrownBy(() -> remote(base(first), base(second))
                        .ask(Ask.put("/v2/apps/orders", "{}").once()))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to PUT " + base(first)
                        + "/v2/apps/orders but the connection was closed without an answer");
        assertThat(second.getRequestCount()).isEqualTo(1);
    }

    @Test
    void neverPostsTwiceWhatWasAnswered503() {
        first.enqueue(new MockResponse().setResponseCode(503).setBody("later"));

        assertThatThrownBy(() -> remote(base(first), base(second)).ask(Ask.post("/v2/apps", "{}")))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to POST " + base(first) + "/v2/apps but it answered 503");
        assertThat(second.getRequestCount()).isZero();
    }

    @Test
    void saysWhatWasWrongAtEachAddress() throws Exception {
        String nobody = nobody();
        first.enqueue(new MockResponse().setResponseCode(502));
        second.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));

        assertThatThrownBy(() -> remote(nobody, base(first), base(second))
                        .ask(Ask.get("/v2/apps").with("token", "s3cret")))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + nobody + "/v2/apps but nothing accepts connections there; is it running?;"
                        + " then " + base(first) + "/v2/apps but it answered 502 with an empty body;"
                        + " then " + base(second) + "/v2/apps but no answer came in time");
    }

    @Test
    void goesNowhereElseOnceItIsInterrupted() {
        first.enqueue(new MockResponse().setBody("{}"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> remote(base(first), base(second)).ask(Ask.get("/v2/info")))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + base(first) + "/v2/info but the request was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(second.getRequestCount()).isZero();
    }

    @Test
    void answers500WithWordsAsTheyAre() {
        first.enqueue(new MockResponse().setResponseCode(500).setBody("{\"message\":\"URI not found\"}"));

        assertThat(remote(base(first)).ask(Ask.get("/v2/nosuch")).body()).isEqualTo("{\"message\":\"URI not found\"}");
    }

    @Test
    void sendsJson() throws Exception {
        first.enqueue(new MockResponse());

        remote(base(first)).ask(Ask.put("/v2/apps/orders", "{\"cmd\":\"ä\"}"));

        RecordedRequest request = first.takeRequest();
        assertThat(request.getMethod()).isEqualTo("PUT");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().readUtf8()).isEqualTo("{\"cmd\":\"ä\"}");
    }

    @Test
    void refusesAUrlWithAPasswordWithoutShowingIt() {
        assertThatThrownBy(() -> remote("http://deployer:s3cret@marathon.example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the URL of marathon.example.com holds a user name or password; put them into the realm's"
                        + " credentials instead");
    }

    @Test
    void refusesWhatIsNoUrl() {
        assertThatThrownBy(() -> remote("ftp://deployer:s3cret@marathon.example.com"))
                .hasMessage("'ftp://***@marathon.example.com' is not an http:// or https:// URL");
        assertThatThrownBy(() -> remote("http://marathon.example.com/?a=b"))
                .hasMessage("the URL of marathon.example.com must end with its path, without ? or #");
        assertThatThrownBy(RemoteTest::remote).hasMessage("at least one URL is needed");
    }

    @Test
    void refusesAPathThatClimbs() {
        assertThatThrownBy(() -> Ask.get("/v2/apps/../info"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'/v2/apps/../info' is not a path from the root");
    }

    private static @Nullable String authorization(Remote remote, String base) {
        return remote.to(HttpUrl.get(base + "/v2/events")).build().header("Authorization");
    }

    private static Remote remote(String... urls) {
        return new Remote(Arrays.asList(urls), Credentials.none(), SHORT);
    }

    private static String base(MockWebServer server) {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** Where nobody listens. */
    private static String nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
