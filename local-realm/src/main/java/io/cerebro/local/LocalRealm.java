package io.cerebro.local;

import io.cerebro.local.haproxy.HaproxyRotation;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.LocalMarathon;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.task.HttpChecks;
import io.cerebro.local.task.Runners;
import java.time.Clock;

/** A realm on this machine: Marathon's API, the tasks behind it, and HAProxy in front. */
public final class LocalRealm implements AutoCloseable {
    private final LocalMarathon marathon;
    private final HaproxyRotation rotation;

    private LocalRealm(LocalMarathon marathon, HaproxyRotation rotation) {
        this.marathon = marathon;
        this.rotation = rotation;
    }

    /** Starts it, and takes over the tasks and the HAProxy that an earlier process of the same realm left running. */
    public static LocalRealm start(String name, LocalMarathonConfig config, HaproxySettings haproxy) {
        HaproxyRotation rotation = HaproxyRotation.start(haproxy);
        try {
            Runners runners = Runners.of(name, config.stateDirectory());
            HttpChecks checks = HttpChecks.over(Clock.systemUTC());
            return new LocalRealm(LocalMarathon.start(config, runners, checks, rotation), rotation);
        } catch (RuntimeException e) {
            rotation.stop();
            throw e;
        }
    }

    /** Marathon's URL. */
    public String url() {
        return marathon.url();
    }

    /** Stops serving; tasks and HAProxy run on, for the next start to take over. */
    @Override
    public void close() {
        marathon.close();
        rotation.close();
    }

    /** Ends everything and leaves nothing behind. */
    public void clear() {
        marathon.clear();
        rotation.stop();
    }
}
