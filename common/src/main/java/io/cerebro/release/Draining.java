package io.cerebro.release;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Reach;
import java.time.Duration;
import java.time.Instant;

/** Lets the canary finish the requests under way. It is not removed while a load balancer may send it more. */
record Draining(Exit exit, Instant until, int sessions) implements Phase {
    static Phase begin(Release release, Exit exit, Instant now) {
        if (!exit.canary()) {
            return new Ended(exit.outcome());
        }
        return new Draining(exit, now.plus(release.settings().drain()), 0);
    }

    @Override
    public Phase next(Release release, World world) {
        Reach reach = world.router().reach(release.service());
        if (exit.unsure() && !reach.closed()) {
            return new Ended(exit.outcome().leaving(left(release, reach)));
        }
        if (!exit.unsure() && (reach.on() || !reach.closed())) {
            return TurningOff.begin(release, exit.restored(), world.now());
        }
        return reach.sessions() == 0 ? remove(release, world.now()) : new Draining(exit, until, reach.sessions());
    }

    /** To kill it would lose what it is sent, and to wait would be without end. */
    private static String left(Release release, Reach reach) {
        return release.service().canary() + " is left running, because requests may still get there by "
                + String.join("; and ", reach.open()) + ": see to that, then roll it back";
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
