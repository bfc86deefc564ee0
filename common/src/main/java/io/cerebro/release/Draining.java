package io.cerebro.release;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets the canary finish the requests under way. */
record Draining(Exit exit, Instant until, int sessions) implements Phase {
    static Phase begin(Release release, Exit exit, Instant now) {
        if (!exit.canary()) {
            return new Ended(exit.outcome());
        }
        return new Draining(exit, now.plus(release.settings().drain()), 0);
    }

    @Override
    public Phase next(Release release, World world) {
        RouterView view = view(release, world);
        if (view.anyOn()) {
            return TurningOff.begin(release, exit.restored(), world.now());
        }
        int left = view.canarySessions();
        return left == 0 ? remove(release, world.now()) : new Draining(exit, until, left);
    }

    private static RouterView view(Release release, World world) {
        try {
            return world.router().look(release.service());
        } catch (RouterException noLongerKnown) {
            return new RouterView(List.of());
        }
    }

    private Phase remove(Release release, Instant now) {
        AppId canary = release.service().canary();
        return Removing.begin(release, canary, exit, now);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        return remove(release, now);
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean leaving() {
        return true;
    }

    @Override
    public String stage() {
        return "drain";
    }

    @Override
    public String says() {
        return "draining: " + sessions + " requests under way on the canary";
    }
}
