package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Heard;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.Keyring;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;

class RealmSourcesTest {
    private static final Contest CONTEST = new Contest(AppId.of("/shop/orders"), Instant.EPOCH);

    @Test
    void hearsTheSourcesThatTheRealmNames() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse().setBody("{\"total\":90,\"failed\":1}"));
            server.enqueue(new MockResponse().setBody("{\"total\":10,\"failed\":2}"));
            server.start();
            try (RealmConnection connection = RealmConnection.open(realm(server.getPort()))) {
                assertThat(connection.world().sources().look(CONTEST))
                        .containsOnlyKeys("Stats", "Prometheus at http://p");
                await(connection);
            }
        }
    }

    private static void await(RealmConnection connection) {
        long end = System.nanoTime() + 20_000_000_000L;
        Optional<Heard> stats = Optional.empty();
        while (stats.isEmpty()) {
            assertThat(System.nanoTime()).as("nothing was heard").isLessThan(end);
            Thread.onSpinWait();
            stats = Optional.ofNullable(
                            connection.world().sources().look(CONTEST).get("Stats"))
                    .filter(heard -> !heard.counters().isEmpty());
        }
        assertThat(stats.get().silent()).isEmpty();
        assertThat(stats.get().counters())
                .isEqualTo(Map.of(
                        "stable", new Counters("", Tally.of(new Counts(90, 1)), Tally.NONE),
                        "canary", new Counters("", Tally.NONE, Tally.of(new Counts(10, 2)))));
    }

    /** A source whose secret is missing keeps nobody from the realm. */
    private static Realm realm(int port) {
        return Realms.read(
                        "realms.yaml",
                        """
                        realms:
                          qa:
                            local: {}
                            gate:
                              sources:
                                - json: {name: Stats, url: 'http://127.0.0.1:PORT/${name}', requests: /total, errors: /failed}
                                - prometheus:
                                    url: http://p
                                    token: {file: /nowhere/token}
                                    requests: r{app="${app}"}
                                    errors: e{app="${app}"}
                        """.replace("PORT", Integer.toString(port)),
                        new Realms.Surroundings(
                                Path.of("/conf"), name -> Path.of("/state").resolve(name), Keyring.none()))
                .get("qa");
    }
}
