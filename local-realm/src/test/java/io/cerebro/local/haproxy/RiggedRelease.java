package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static io.cerebro.release.Drive.orders;

import io.cerebro.gate.SequentialJudge;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.marathon.Task;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.ReleaseJson;
import io.cerebro.release.Settings;
import io.cerebro.release.TestClock;
import io.cerebro.release.World;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.RouterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A release of /orders through a rig: its real load balancers, a Marathon in memory whose tasks are instances in this JVM, and
 * a time that passes as told. A task that Marathon no longer has is killed at once, and without a word to HAProxy before.
 */
final class RiggedRelease implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final Settings SETTINGS = new Settings(
            Duration.ofSeconds(1),
            10,
            Drive.SETTINGS.partialBake(),
            Drive.SETTINGS.hold(),
            Drive.SETTINGS.gate(),
            Optional.of(1),
            Drive.SETTINGS.healthy(),
            Drive.SETTINGS.router(),
            Drive.SETTINGS.drain());

    private final Rig rig;
    private final TestClock clock = new TestClock();
    private final FakeMarathon marathon = new FakeMarathon(clock);
    private final World world;
    private final Map<Address, Instance> instances = new HashMap<>();
    private final Map<String, Address> tasks = new HashMap<>();
    private final List<Reach> reachAtKills = new ArrayList<>();
    private Set<Address> members = Set.of();
    private Progress progress;

    private RiggedRelease(Rig rig) {
        this.rig = rig;
        this.world = new World(marathon, rig.router(), new SequentialJudge(), (host, task, lines) -> List.of(), clock);
        marathon.placing(this::placed);
        rig.follow(marathon);
        marathon.create(rig.found(orders("v1")));
        clock.advance(Duration.ofSeconds(5));
        this.progress =
                Progress.start(Release.of(rig.found(orders("v2")), Goal.RELEASE, SETTINGS, "ann", clock.instant()));
    }

    /** With its first version live. */
    static RiggedRelease begin(Rig rig) throws Exception {
        RiggedRelease release = new RiggedRelease(rig);
        release.follow();
        Eventually.check("the first version is live", Duration.ofSeconds(60), () -> {
            try {
                return rig.router().look(ORDERS).stableUp(release.members);
            } catch (RouterException | Unreachable notYet) {
                return false;
            }
        });
        return release;
    }

    private Task placed(Task task) {
        Address at = tasks.computeIfAbsent(task.id() + task.version(), this::instance);
        return new Task(
                task.id(), at.host(), task.slaveId(), List.of(at.port()), task.state(), task.version(), task.health());
    }

    private Address instance(String task) {
        try {
            Instance instance = Instance.named(task.startsWith(ORDERS.canary().name()) ? "v2" : "v1");
            instances.put(instance.address(), instance);
            return instance.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it is at a stage, and is seen to be. */
    void reach(String stage) throws Exception {
        Eventually.check("stage " + stage, Duration.ofSeconds(60), () -> {
            step(Duration.ofMillis(200));
            return progress.observation()
                    .filter(seen -> seen.stage().equals(stage))
                    .isPresent();
        });
    }

    /** As a person does. */
    void stop() {
        progress = progress.abort("stopped by ann", clock.instant());
    }

    Outcome toEnd() throws Exception {
        return toEnd(Duration.ofSeconds(2));
    }

    /** @param passes from one look to the next */
    Outcome toEnd(Duration passes) throws Exception {
        Eventually.check("the end", Duration.ofSeconds(60), () -> {
            step(passes);
            return progress.outcome().isPresent();
        });
        return progress.outcome().orElseThrow();
    }

    private void step(Duration passes) throws Exception {
        progress = ReleaseJson.read(ReleaseJson.write(progress.next(world)));
        follow();
        clock.advance(passes);
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private void follow() throws Exception {
        List<Instance> stable = serving(ORDERS);
        List<Instance> canary = serving(ORDERS.canary());
        Set<Address> now = LiveRealm.addresses(
                Stream.concat(stable.stream(), canary.stream()).toList());
        if (now.equals(members)) {
            return;
        }
        for (Address gone : members) {
            if (!now.contains(gone)) {
                reachAtKills.add(rig.router().reach(ORDERS));
                Objects.requireNonNull(instances.get(gone)).close();
            }
        }
        members = now;
        try {
            rig.members(stable, canary);
        } catch (Unreachable nobodyListens) {
            // the daemon is down
        }
    }

    private List<Instance> serving(AppId id) {
        return marathon.app(id).map(App::serving).orElse(List.of()).stream()
                .map(task -> Objects.requireNonNull(
                        instances.get(new Address(task.host(), task.ports().get(0)))))
                .toList();
    }

    boolean canaryRuns() {
        return marathon.app(ORDERS.canary()).isPresent();
    }

    String stableImage() {
        return marathon.app(ORDERS)
                .orElseThrow()
                .definition()
                .json()
                .at("/container/docker/image")
                .asText();
    }

    /** What was asked when instances were killed: whether requests could still get to the canary. */
    List<Reach> reachAtKills() {
        return List.copyOf(reachAtKills);
    }

    @Override
    public void close() {
        instances.values().forEach(Instance::close);
    }
}
