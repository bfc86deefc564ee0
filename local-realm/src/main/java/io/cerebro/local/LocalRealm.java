package io.cerebro.local;

import io.cerebro.local.haproxy.HaproxyRotation;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.LocalMarathon;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.task.Checks;
import io.cerebro.local.task.HttpChecks;
import io.cerebro.local.task.Runner;
import io.cerebro.local.task.Runners;
import java.net.URI;

/** A realm on this machine: Marathon's API, the tasks behind it, and HAProxy in front. */
public final class LocalRealm implements AutoCloseable {
    private final LocalMarathon marathon;
    private final Runner runner;
    private final Checks checks;
    private final HaproxyRotation rotation;

    private LocalRealm(LocalMarathon marathon, Runner runner, Checks checks, HaproxyRotation rotation) {
        this.marathon = marathon;
        this.runner = runner;
        this.checks = checks;
        this.rotation = rotation;
    }

    /** Starts it, and takes over the tasks and the HAProxy that an earlier process of the same realm left running. */
    public static LocalRealm start(String name, LocalMarathonConfig config, HaproxySettings haproxy) {
        boolean takenOver = HaproxyRotation.runs(haproxy);
        HaproxyRotation rotation = HaproxyRotation.start(haproxy);
        Runners runner = Runners.of(name, config.stateDirectory());
        HttpChecks checks = HttpChecks.over(config.clock());
        try {
            return new LocalRealm(LocalMarathon.start(config, runner, checks, rotation), runner, checks, rotation);
        } catch (RuntimeException e) {
            checks.close();
            runner.close();
            if (takenOver) {
                rotation.close();
            } else {
                rotation.stop();
            }
            throw e;
        }
    }

    /** Marathon's. */
    public URI url() {
        return marathon.url();
    }

    /** Stops serving; tasks and HAProxy run on, for the next start to take over. */
    @Override
    public void close() {
        marathon.close();
        checks.close();
        runner.close();
        rotation.close();
    }

    /** Ends everything and leaves nothing behind. */
    public void clear() {
        marathon.clear();
        marathon.close();
        checks.close();
        runner.clear();
        runner.close();
        rotation.stop();
    }
}
