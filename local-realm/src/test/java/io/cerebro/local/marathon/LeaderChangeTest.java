package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.SequentialJudge;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Whereabouts;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.HttpEvents;
import io.cerebro.marathon.HttpMarathon;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.ReleaseJson;
import io.cerebro.release.Settings;
import io.cerebro.release.World;
import io.cerebro.traffic.FakeRouter;
import io.cerebro.zookeeper.Candidates;
import io.cerebro.zookeeper.MarathonElection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole releases over HTTP while the leader changes, on the local Marathon behind two addresses. */
@Timeout(60)
class LeaderChangeTest {
    private static final String LIVE = "done: /orders is live, 3 instances serve it";

    @TempDir
    Path directory;

    private TestRealm realm;
    private Front first;
    private Front second;

    @BeforeEach
    void start() {
        realm = new TestRealm(directory);
        first = new Front(realm.url());
        second = new Front(realm.url());
    }

    @AfterEach
    void stop() throws Exception {
        first.close();
        second.close();
        realm.close();
    }

    private interface Election {
        void hold() throws Exception;
    }

    @Test
    void finishesADeploymentThatLosesItsLeaderInTheMiddle() throws Exception {
        second.goAway();
        finishesWhereTheLeaderChanges(twoUrls(), second::comeBack);
    }

    @Test
    void finishesADeploymentWhoseNextLeaderIsFoundInZooKeeper() throws Exception {
        try (Candidates candidates = new Candidates()) {
            String leader = candidates.stand("/marathon", first.place());
            URI zooKeeper = URI.create("zk://" + candidates.servers() + "/marathon");

            finishesWhereTheLeaderChanges(Whereabouts.by(new MarathonElection(zooKeeper)), () -> {
                candidates.leave(leader);
                candidates.stand("/marathon", second.place());
            });
        }
    }

    private void finishesWhereTheLeaderChanges(Whereabouts whereabouts, Election election) throws Exception {
        Remote remote = remote(whereabouts);
        World world = world(remote);
        toEnd(Progress.start(release(1, Goal.DEPLOY)), world);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (HttpEvents events = HttpEvents.connect(remote)) {
            events.listen(event -> heard.add(event.type()));
            until(() -> attached(heard) == 1);
            Progress progress = Progress.start(release(2, Goal.DEPLOY));
            while (!progress.says().contains("of an earlier version still running")) {
                progress = look(progress, world);
            }

            first.goAway();
            progress = look(progress, world);
            assertThat(progress.says())
                    .startsWith("tried to GET http://" + first.place() + "/v2/apps/orders but it answered 50")
                    .contains(" with an empty body")
                    .endsWith("; trying again");
            until(() -> !events.flowing());
            election.hold();

            assertThat(toEnd(progress, world).lines()).containsExactly(LIVE);
            until(() -> attached(heard) == 2 && events.flowing());
        }
        assertThat(realm.tasks("/orders")).hasSize(3);
        assertThat(realm.app("/orders").at("/container/docker/image").asText()).isEqualTo("orders:2");
        assertThat(sent("/orders")).isEqualTo(2);
    }

    @Test
    void neverCreatesACanaryTwiceWhoseAnswerIsLostWithTheLeader() throws Exception {
        World world = world(remote(twoUrls()));
        toEnd(Progress.start(release(1, Goal.DEPLOY)), world);
        first.goAwayWithTheNextAnswer();

        Outcome outcome = toEnd(Progress.start(release(2, Goal.ISOLATED)), world);

        assertThat(outcome.kind()).as(outcome::because).isEqualTo(Outcome.Kind.DONE);
        assertThat(sent("/orders-canary")).isEqualTo(1);
        assertThat(realm.tasks("/orders-canary")).hasSize(1);
    }

    @Test
    void replacesEveryTaskOnceThoughTheAnswerIsLostWithTheLeader() throws Exception {
        World world = world(remote(twoUrls()));
        toEnd(Progress.start(release(1, Goal.DEPLOY)), world);
        first.goAwayWithTheNextAnswer();

        Outcome outcome = toEnd(Progress.start(release(2, Goal.DEPLOY)), world);

        assertThat(outcome.lines()).containsExactly(LIVE);
        assertThat(realm.app("/orders").at("/container/docker/image").asText()).isEqualTo("orders:2");
        assertThat(realm.tasks("/orders")).hasSize(3);
        assertThat(realm.runner.kills).hasSize(3);
    }

    private Whereabouts twoUrls() {
        return Whereabouts.at(List.of("http://" + first.place(), "http://" + second.place()));
    }

    private static Remote remote(Whereabouts whereabouts) {
        return new Remote(whereabouts, Credentials.none(), Timeouts.DEFAULT);
    }

    /** The load balancers are never away. */
    private World world(Remote remote) {
        HttpMarathon direct =
                new HttpMarathon(new Remote(List.of(realm.url().toString()), Credentials.none(), Timeouts.DEFAULT));
        return new World(
                new HttpMarathon(remote),
                new FakeRouter(direct),
                new SequentialJudge(),
                (host, task, lines) -> List.of(),
                realm.time.clock());
    }

    private Release release(int version, Goal goal) {
        AppDefinition definition = Drive.definition("""
                        {"id": "/orders", "instances": 3, "cpus": 0.1, "mem": 32, "networks": [{"mode": "container/bridge"}],
                         "container": {"type": "DOCKER", "docker": {"image": "orders:%d"}, "portMappings": [{"containerPort": 80}]},
                         "healthChecks": [{"protocol": "HTTP", "path": "/health", "intervalSeconds": 2}]}
                        """.formatted(version));
        return Release.of(
                definition, goal, Settings.DEFAULT, "ann", realm.time.clock().instant());
    }

    private Outcome toEnd(Progress start, World world) {
        Progress progress = start;
        while (progress.outcome().isEmpty()) {
            progress = look(progress, world);
        }
        return progress.outcome().get();
    }

    private Progress look(Progress progress, World world) {
        Progress next = ReleaseJson.read(ReleaseJson.write(progress.next(world)));
        realm.advance(1);
        return next;
    }

    private long sent(String app) {
        return realm.events.stream()
                .filter(event -> event.startsWith("api_post_event ") && event.contains("\"id\":\"" + app + "\""))
                .count();
    }

    private static long attached(Queue<String> heard) {
        return heard.stream().filter("event_stream_attached"::equals).count();
    }

    /** The event stream has threads of its own. */
    private static void until(BooleanSupplier sight) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!sight.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
