package io.cerebro.local;

import io.cerebro.local.chronos.LocalChronos;
import io.cerebro.local.chronos.Room;
import io.cerebro.local.haproxy.HaproxyRotation;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.LocalMarathon;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.task.Checks;
import io.cerebro.local.task.HttpChecks;
import io.cerebro.local.task.Runner;
import io.cerebro.local.task.Runners;
import io.cerebro.realm.Outside;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A realm on this machine: Marathon's API, the tasks behind it, and HAProxy in front. */
public final class LocalRealm implements AutoCloseable {
    /** How long a server of ZooKeeper's may be there before it has traffic; one that is gone is out by its check. */
    private static final Duration OUTSIDE = Duration.ofSeconds(5);

    private final LocalMarathon marathon;
    private final Runner runner;
    private final Checks checks;
    private final HaproxyRotation rotation;
    private final OutsideWatch outside;
    private Optional<Jobs> jobs = Optional.empty();

    /** Chronos, and what its tasks run in. */
    private record Jobs(LocalChronos chronos, Runner runner) {}

    private LocalRealm(
            LocalMarathon marathon, Runner runner, Checks checks, HaproxyRotation rotation, Outside services) {
        this.marathon = marathon;
        this.runner = runner;
        this.checks = checks;
        this.rotation = rotation;
        this.outside = OutsideWatch.start(services, OUTSIDE, rotation::applyOutside);
    }

    /** Starts it, and takes over the tasks and the HAProxy that an earlier process of the same realm left running. */
    public static LocalRealm start(String name, LocalMarathonConfig config, HaproxySettings haproxy) {
        return start(name, config, haproxy, Outside.NONE);
    }

    /** The same, with services in HAProxy that its Marathon does not run. */
    public static LocalRealm start(String name, LocalMarathonConfig config, HaproxySettings haproxy, Outside services) {
        Runners runner = Runners.of(name, config.stateDirectory());
        HttpChecks checks = HttpChecks.over(config.clock());
        try {
            return behind(
                    haproxy,
                    rotation -> new LocalRealm(
                            LocalMarathon.start(config, runner, checks, rotation), runner, checks, rotation, services));
        } catch (RuntimeException e) {
            each(checks::close, runner::close);
            throw e;
        }
    }

    /** Without the realm, HAProxy is left as it was found. */
    private static LocalRealm behind(HaproxySettings haproxy, Function<HaproxyRotation, LocalRealm> start) {
        boolean takenOver = HaproxyRotation.runs(haproxy);
        HaproxyRotation rotation = HaproxyRotation.start(haproxy);
        try {
            return start.apply(rotation);
        } catch (RuntimeException e) {
            each(takenOver ? rotation::close : rotation::stop);
            throw e;
        }
    }

    /**
     * The same with a Chronos beside it.
     *
     * @param chronos where it serves; its state is in a directory of its own
     */
    public static LocalRealm start(
            String name,
            LocalMarathonConfig config,
            HaproxySettings haproxy,
            Outside services,
            LocalChronos.Config chronos) {
        LocalRealm realm = start(name, config, haproxy, services);
        Runner runner = Runners.of(name + "-jobs", chronos.state());
        try {
            LocalChronos started = LocalChronos.start(chronos, runner, room(realm.marathon));
            realm.marathon.show(started.neighbour());
            realm.jobs = Optional.of(new Jobs(started, runner));
            return realm;
        } catch (RuntimeException e) {
            each(runner::close, realm::close);
            throw e;
        }
    }

    /** Jobs take of the same cpus and memory as services. */
    private static Room room(LocalMarathon marathon) {
        return new Room() {
            @Override
            public boolean take(String taskId, double cpus, double mem) {
                return marathon.take(taskId, cpus, mem);
            }

            @Override
            public void giveBack(String taskId) {
                marathon.giveBack(taskId);
            }
        };
    }

    /** Chronos's; empty where there is none. */
    public Optional<URI> chronosUrl() {
        return jobs.map(there -> there.chronos().url());
    }

    /** Marathon's. */
    public URI url() {
        return marathon.url();
    }

    /** Stops serving; tasks and HAProxy run on, for the next start to take over. */
    @Override
    public void close() {
        jobs.ifPresent(there -> each(there.chronos()::close, there.runner()::close));
        each(outside::close, marathon::close, checks::close, runner::close, rotation::close);
    }

    /** Ends everything and leaves nothing behind. */
    public void clear() {
        jobs.ifPresent(there ->
                each(there.chronos()::clear, there.chronos()::close, there.runner()::clear, there.runner()::close));
        each(
                outside::close,
                marathon::clear,
                marathon::close,
                checks::close,
                runner::clear,
                runner::close,
                rotation::stop);
    }

    /** Each of them, whatever the one before did; the last failure comes out. */
    static void each(Runnable... steps) {
        each(List.of(steps));
    }

    private static void each(List<Runnable> steps) {
        if (steps.isEmpty()) {
            return;
        }
        try {
            steps.get(0).run();
        } finally {
            each(steps.subList(1, steps.size()));
        }
    }
}
