package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpMarathonTest {
    private static final AppId ORDERS = AppId.of("/orders");
    private static final AppDefinition DEFINITION =
            AppDefinition.of(MarathonJson.tree("{\"id\":\"/orders\",\"cmd\":\"sleep 100\",\"instances\":3}"));

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() throws IOException {
        server.shutdown();
    }

    @Test
    void putsTheWholeDefinition() throws Exception {
        server.enqueue(Recorded.response("create-put"));

        Change change = marathon().put(DEFINITION);

        assertThat(change)
                .isEqualTo(new Change.Accepted("ea3ff60d-b762-4a38-a9bf-dad1d436deb0", "2026-11-23T00:43:22.706Z"));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("PUT /v2/apps/orders?partialUpdate=false HTTP/1.1");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().readUtf8())
                .isEqualTo("{\"id\":\"/orders\",\"cmd\":\"sleep 100\",\"instances\":3}");
    }

    @Test
    void putsOverItsOwnDeploymentByForce() throws Exception {
        server.enqueue(Recorded.response("update-put"));

        Change change = marathon().putOverOwnDeployment(DEFINITION);

        assertThat(change)
                .isEqualTo(new Change.Accepted("4edbc987-d8ca-4f8c-b4ff-2c0b92e4de85", "2026-11-23T00:44:20.719Z"));
        assertThat(server.takeRequest().getPath()).isEqualTo("/v2/apps/orders?partialUpdate=false&force=true");
    }

    @Test
    void scalesWithoutTouchingAnythingElse() throws Exception {
        server.enqueue(Recorded.response("update-put"));

        assertThat(marathon().scale(ORDERS, 7)).isInstanceOf(Change.Accepted.class);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("PUT /v2/apps/orders?partialUpdate=true HTTP/1.1");
        assertThat(request.getBody().readUtf8()).isEqualTo("{\"instances\":7}");
    }

    @Test
    void neverForcesTwice() throws Exception {
        server.enqueue(Recorded.response("failover-502"));
        String both = base();

        assertThatThrownBy(() -> new HttpMarathon(new Remote(List.of(both, both), Credentials.none(), Timeouts.DEFAULT))
                        .putOverOwnDeployment(DEFINITION))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to PUT " + base() + "/v2/apps/orders but it answered 502 with an empty body");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isToldWhichDeploymentsHoldAnApp() {
        server.enqueue(Recorded.response("locked"));

        assertThat(marathon().put(DEFINITION))
                .isEqualTo(new Change.Locked(List.of("aa4f53a8-0821-45ea-9e65-bbaecc568eea")));
    }

    @Test
    void createsAnAppOnce() throws Exception {
        server.enqueue(Recorded.response("create-post"));
        server.enqueue(Recorded.response("exists"));

        assertThat(marathon().create(DEFINITION))
                .isEqualTo(new Change.Accepted("ece492bb-52e5-4c31-8717-eee24a5ba44d", "2026-11-23T00:56:57.298Z"));
        assertThat(marathon().create(DEFINITION)).isEqualTo(new Change.Exists());
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("POST /v2/apps HTTP/1.1");
    }

    @Test
    void tellsALockedCreationFromOneThatExists() {
        server.enqueue(Recorded.response("locked-post"));

        assertThat(marathon().create(DEFINITION))
                .isEqualTo(new Change.Locked(List.of("5b4387a5-353d-4865-b321-084b29d99b5c")));
    }

    @Test
    void deletesWithoutForce() throws Exception {
        server.enqueue(Recorded.response("delete"));
        server.enqueue(Recorded.response("delete-not-found"));
        server.enqueue(Recorded.response("locked"));

        assertThat(marathon().delete(ORDERS))
                .isEqualTo(new Change.Accepted("85e020a2-6b4d-4712-a472-10ceaa33123e", "2026-11-23T00:52:11.928Z"));
        assertThat(marathon().delete(ORDERS)).isEqualTo(new Change.Absent());
        assertThat(marathon().delete(ORDERS)).isInstanceOf(Change.Locked.class);
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /v2/apps/orders?force=false HTTP/1.1");
    }

    @Test
    void looksAtAnAppInOneRequest() throws Exception {
        server.enqueue(Recorded.response("app-readiness"));

        App app = marathon().app(ORDERS).orElseThrow();

        assertThat(app.id()).isEqualTo(ORDERS);
        assertThat(app.instances()).isEqualTo(3);
        assertThat(app.tasks()).hasSize(3);
        assertThat(app.unready()).isEmpty();
        assertThat(app.settled()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(server.takeRequest().getPath()).isEqualTo("/v2/apps/orders?embed=app.readiness");
    }

    @Test
    void looksAtAnAppThroughAStandby() {
        server.enqueue(Recorded.response("standby-app"));

        assertThat(marathon().app(AppId.of("/viastandby"))).isPresent();
    }

    @Test
    void findsNoAppWhereMarathonSaysSo() {
        server.enqueue(Recorded.response("not-found"));
        server.enqueue(Recorded.response("versions-not-found"));
        server.enqueue(Recorded.response("version-not-found"));

        assertThat(marathon().app(ORDERS)).isEmpty();
        assertThat(marathon().versions(ORDERS)).isEmpty();
        assertThat(marathon().version(ORDERS, "2020-01-01T00:00:00.000Z")).isEmpty();
    }

    @Test
    void findsAppsByLabel() throws Exception {
        server.enqueue(Recorded.response("apps-by-label"));

        assertThat(marathon().apps("tier==front"))
                .extracting(App::id)
                .containsExactly(AppId.of("/solo"), AppId.of("/shop/web"));
        assertThat(server.takeRequest().getPath()).isEqualTo("/v2/apps?label=tier%3D%3Dfront");
    }

    @Test
    void readsVersionsAsTheyCome() throws Exception {
        server.enqueue(Recorded.response("versions"));

        assertThat(marathon().versions(AppId.of("/shop/cart")))
                .containsExactly(
                        "2026-11-23T01:11:59.052Z",
                        "2026-11-23T01:12:05.733Z",
                        "2026-11-23T01:11:46.642Z",
                        "2026-11-23T01:12:12.071Z",
                        "2026-11-23T01:12:10.928Z");
        assertThat(server.takeRequest().getPath()).isEqualTo("/v2/apps/shop/cart/versions");
    }

    @Test
    void readsAVersionSoThatItCanBePutBack() throws Exception {
        server.enqueue(Recorded.response("version"));

        AppDefinition definition =
                marathon().version(ORDERS, "2026-11-23T00:51:13.968Z").orElseThrow();

        assertThat(definition.image()).contains("registry.example.com/shop/orders:1.4.2");
        assertThat(definition.json().has("version")).isFalse();
        assertThat(definition.json().has("versionInfo")).isFalse();
        assertThat(server.takeRequest().getPath()).isEqualTo("/v2/apps/orders/versions/2026-11-23T00:51:13.968Z");
    }

    @Test
    void refusesToAskForAVersionThatIsNone() {
        assertThatThrownBy(() -> marathon().version(ORDERS, "../../info"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'../../info' is not the version of an app, such as 2026-11-23T00:43:22.706Z");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void readsDeployments() {
        server.enqueue(Recorded.response("deployments"));

        assertThat(marathon().deployments())
                .containsExactly(new Deployment(
                        "ea3ff60d-b762-4a38-a9bf-dad1d436deb0",
                        Instant.parse("2026-11-23T00:43:22.706Z"),
                        List.of(ORDERS),
                        1,
                        2));
    }

    @Test
    void readsWhyInstancesWaitInMarathonsOrder() {
        server.enqueue(Recorded.response("queue-waiting"));

        QueueItem item = marathon().queue().get(3);

        assertThat(item.appId()).isEqualTo(AppId.of("/huge"));
        assertThat(item.count()).isEqualTo(2);
        assertThat(item.backOff()).isZero();
        assertThat(item.rejections()).hasSize(10);
        assertThat(item.rejections().get(0)).isEqualTo(new QueueItem.Rejection("UnfulfilledRole", 0, 8));
        assertThat(item.rejections().get(4)).isEqualTo(new QueueItem.Rejection("InsufficientCpus", 8, 8));
        assertThat(item.rejections().get(5)).isEqualTo(new QueueItem.Rejection("InsufficientMemory", 0, 0));
    }

    @Test
    void readsHowLongACrashLoopBacksOff() {
        server.enqueue(Recorded.response("queue-backing-off"));

        assertThat(marathon().queue()).singleElement().satisfies(item -> {
            assertThat(item.appId()).isEqualTo(AppId.of("/loop"));
            assertThat(item.backOff()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void readsWhichMarathonItIs() {
        server.enqueue(Recorded.response("info"));

        assertThat(marathon().info()).isEqualTo(new Info("marathon", "1.11.26", Optional.of("127.0.0.1:8080")));
    }

    @Test
    void isUnreachableDuringAFailover() {
        for (String status : List.of("502", "503", "500")) {
            server.enqueue(Recorded.response("failover-" + status));

            assertThatThrownBy(() -> marathon().app(ORDERS))
                    .isInstanceOf(Unreachable.class)
                    .hasMessage("tried to GET " + base() + "/v2/apps/orders but it answered " + status
                            + " with an empty body");
        }
    }

    private HttpMarathon marathon() {
        return new HttpMarathon(new Remote(List.of(base()), Credentials.none(), Timeouts.DEFAULT));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getPort();
    }
}
