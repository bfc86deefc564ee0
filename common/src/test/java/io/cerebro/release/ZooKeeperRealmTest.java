package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Marathon;
import io.cerebro.realm.Additions;
import io.cerebro.realm.Audience;
import io.cerebro.realm.CanarySettings;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.Limits;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.Login;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Secret;
import io.cerebro.realm.Stages;
import io.cerebro.realm.Timeouts;
import io.cerebro.report.Links;
import io.cerebro.zookeeper.Candidates;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZooKeeperRealmTest {
    private final MockWebServer one = marathon("1.11.26");
    private final MockWebServer other = marathon("1.11.27");
    private Candidates candidates;
    private Realm realm;

    @BeforeEach
    void start() throws Exception {
        one.start(InetAddress.getLoopbackAddress(), 0);
        other.start(InetAddress.getLoopbackAddress(), 0);
        candidates = new Candidates();
        realm = realm("zk://" + candidates.servers() + "/marathon");
    }

    @AfterEach
    void stop() throws Exception {
        one.shutdown();
        other.shutdown();
        candidates.close();
    }

    @Test
    void survivesThatItsLeaderDiesAndAnotherMarathonComesUpElsewhere() throws Exception {
        String leader = candidates.stand("/marathon", place(one));
        try (RealmConnection connection = RealmConnection.open(realm)) {
            Marathon marathon = connection.world().marathon();
            assertThat(marathon.info().version()).isEqualTo("1.11.26");
            assertThat(connection.marathonUrl()).contains("http://" + place(one));

            one.shutdown();
            candidates.leave(leader);
            candidates.stand("/marathon", place(other));

            assertThat(marathon.info().version()).isEqualTo("1.11.27");
            assertThat(connection.marathonUrl()).contains("http://" + place(other));
        }
        assertThat(other.takeRequest().getHeader("Authorization")).isEqualTo("Bearer s3cret");
    }

    @Test
    void goesOnWithTheStandbyThatTakesOver() throws Exception {
        String leader = candidates.stand("/marathon", place(one));
        candidates.stand("/marathon", place(other));
        try (RealmConnection connection = RealmConnection.open(realm)) {
            assertThat(connection.world().marathon().info().version()).isEqualTo("1.11.26");

            one.shutdown();
            candidates.leave(leader);

            assertThat(connection.world().marathon().info().version()).isEqualTo("1.11.27");
        }
    }

    @Test
    void isOpenedWithoutAskingAnybody() throws Exception {
        candidates.close();
        try (RealmConnection connection = RealmConnection.open(realm)) {
            assertThat(connection.marathonUrl()).isEmpty();
            assertThat(Links.of(connection, AppId.of("/orders"))).isEqualTo(Links.NONE);
        }
    }

    @Test
    void isRememberedBeyondTheConnection() throws Exception {
        candidates.stand("/marathon", place(one));
        try (RealmConnections connections = new RealmConnections()) {
            try (RealmConnections.Loan loan = connections.borrow(realm)) {
                loan.connection().world().marathon().info();
            }
            candidates.close();
            try (RealmConnections.Loan loan = connections.borrow(realm)) {
                assertThat(loan.connection().world().marathon().info().version())
                        .isEqualTo("1.11.26");
                assertThat(Links.of(loan.connection(), AppId.of("/orders")).urls())
                        .containsEntry("/orders in Marathon", "http://" + place(one) + "/ui/#/apps/%2Forders");
            }
        }
    }

    @Test
    void isCheckedByLookingUpAnew() throws Exception {
        String leader = candidates.stand("/marathon", place(one));
        assertThat(RealmCheck.marathon(realm.marathon())).isEqualTo("Marathon 1.11.26, no leader");

        candidates.leave(leader);
        assertThatThrownBy(() -> RealmCheck.marathon(realm.marathon()))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to find Marathon at zk://" + candidates.servers() + "/marathon/leader-curator but no"
                        + " Marathon is registered there; is this the path of its --zk, and does it run?");
    }

    private static MockWebServer marathon(String version) {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse()
                        .setHeader("Content-Type", "application/json")
                        .setBody("{\"version\": \"" + version + "\"}");
            }
        });
        return server;
    }

    private static String place(MockWebServer server) {
        return "127.0.0.1:" + server.getPort();
    }

    private static Realm realm(String url) {
        return new Realm(
                "qa",
                new MarathonAccess(
                        List.of(MarathonAccess.url(url)), Optional.of(new Login.Token(Secret.of("s3cret"))), 5051),
                Optional.empty(),
                Optional.of(new HaproxyAccess(
                        "X-Canary",
                        List.of(new HaproxyAccess.Balancer(
                                "lb1", "/run/no.sock", "/etc/haproxy/maps", Optional.empty())))),
                Limits.NONE,
                Map.of(),
                Stages.DEFAULT,
                new CanarySettings(Optional.empty()),
                Timeouts.DEFAULT,
                GateSettings.DEFAULT,
                Additions.NONE,
                LockPolicy.WAIT,
                Optional.empty(),
                Audience.NOBODY,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
