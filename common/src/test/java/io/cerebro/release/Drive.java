package io.cerebro.release;

import io.cerebro.gate.Checks;
import io.cerebro.gate.SequentialJudge;
import io.cerebro.gate.Sources;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.realm.LatencySettings;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.TaskSettings;
import io.cerebro.traffic.FakeRouter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A driver for tests: looks, saves and restores the progress as JSON, lets the time pass, sends traffic. */
public final class Drive {
    public static final AppId ORDERS = AppId.of("/orders");
    public static final Settings SETTINGS = new Settings(
            Duration.ofSeconds(10),
            10,
            Duration.ofSeconds(60),
            Duration.ofMinutes(60),
            new GateSettings(
                    1,
                    5,
                    100,
                    NotEnoughData.HOLD,
                    2,
                    0.01,
                    5,
                    0.02,
                    LatencySettings.DEFAULT,
                    TaskSettings.DEFAULT,
                    List.of()),
            Optional.empty(),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20));

    public final TestClock clock = new TestClock();
    public final FakeMarathon marathon = new FakeMarathon(clock);
    public final FakeRouter router = new FakeRouter(marathon);
    final List<String> said = new ArrayList<>();
    private World world = new World(
            marathon,
            router,
            new SequentialJudge(),
            (host, task, lines) -> List.of("FATAL: cannot reach orders-db"),
            clock);
    public long requestsPerSecond = 100;

    public static AppDefinition orders(String version) {
        return orders(version, "");
    }

    public static AppDefinition orders(String version, String behaviour) {
        return definition("""
                {"id": "/orders", "instances": 3, "cpus": 0.5, "mem": 128,
                 "container": {"docker": {"image": "registry/orders:%s"}},
                 "env": {"BEHAVE": "%s"},
                 "healthChecks": [{"path": "/health"}]}""".formatted(version, behaviour));
    }

    public static AppDefinition definition(String json) {
        try {
            return AppDefinition.of(new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return world;
    }

    /** Who counts and checks beside the load balancers from now on. */
    void listen(Sources sources, Checks checks) {
        world = world.with(sources, checks);
    }

    /** What the realm has room for from now on. */
    void room(Capacity capacity) {
        world = world.with(capacity);
    }

    /** Somebody keeps the canary at its stage from now on, or lets it go. */
    void hold(boolean held) {
        World plain = new World(world.marathon(), world.router(), world.judge(), world.log(), world.clock())
                .with(world.locks());
        world = held ? plain.holding() : plain;
    }

    /** What becomes of a release whose app somebody else's deployment holds. */
    void locks(LockPolicy policy) {
        world = world.with(policy);
    }

    public Release release(AppDefinition target, Goal goal) {
        return release(target, goal, SETTINGS);
    }

    public Release release(AppDefinition target, Goal goal, Settings settings) {
        return Release.of(target, goal, settings, "ann", clock.instant());
    }

    public Release release(Goal goal) {
        return Release.of(ORDERS, goal, SETTINGS, "ann", clock.instant());
    }

    /** Deploys, and forgets what was said. */
    public Drive live(AppDefinition definition) {
        Outcome outcome = toEnd(Progress.start(release(definition, Goal.DEPLOY)));
        if (outcome.kind() != Outcome.Kind.DONE) {
            throw new IllegalStateException(outcome.toString());
        }
        said.clear();
        return this;
    }

    Plan plan(Release release) {
        return Plan.of(release, world);
    }

    Outcome toEnd(Release release) {
        return toEnd(Progress.start(release));
    }

    Outcome toEnd(Progress start) {
        Progress progress = start;
        for (int i = 0; i < 20_000; i++) {
            if (progress.outcome().isPresent()) {
                return progress.outcome().get();
            }
            progress = step(progress);
        }
        throw new IllegalStateException("does not end: " + progress.says());
    }

    public Progress steps(Progress start, int steps) {
        Progress progress = start;
        for (int i = 0; i < steps && progress.outcome().isEmpty(); i++) {
            progress = step(progress);
        }
        return progress;
    }

    Progress until(Progress start, String stage) {
        Progress progress = start;
        while (!progress.phase().stage().equals(stage)) {
            if (progress.outcome().isPresent()) {
                throw new IllegalStateException("ended before " + stage + ": " + progress.says());
            }
            progress = step(progress);
        }
        return progress;
    }

    private Progress step(Progress progress) {
        Progress next = ReleaseJson.read(ReleaseJson.write(progress.next(world)));
        if (said.isEmpty() || !said.get(said.size() - 1).equals(next.says())) {
            said.add(next.says());
        }
        router.requests(ORDERS, requestsPerSecond * next.every().toMillis() / 1000);
        clock.advance(next.every());
        return next;
    }
}
