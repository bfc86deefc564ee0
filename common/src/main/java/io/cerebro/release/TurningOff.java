package io.cerebro.release;

import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes all traffic from the canary and reads that back from every load balancer: the first thing that a rollback does, and
 * what a promotion does once the stable app serves the new version.
 *
 * @param asked whether they have been told; that comes before any look, so that one that does not answer holds up no other
 */
record TurningOff(Exit exit, Instant until, boolean asked) implements Phase {
    static TurningOff begin(Release release, Exit exit, Instant now) {
        return new TurningOff(exit, now.plus(release.settings().router()), false);
    }

    @Override
    public Phase next(Release release, World world) {
        if (!asked) {
            world.router().set(release.service(), Share.OFF);
            return new TurningOff(exit, until, true);
        }
        return world.router().look(release.service()).confirms(Share.OFF)
                ? onward(release, exit, world.now())
                : new TurningOff(exit, until, false);
    }

    private static Phase onward(Release release, Exit exit, Instant now) {
        return exit.restore() ? Restoring.begin(release, exit, now) : Draining.begin(release, exit, now);
    }

    /**
     * A load balancer that does not confirm is named in the outcome, and the way goes on: once the canary app is gone its
     * servers are down there too, and the stable ones stand by for them.
     */
    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome unsure =
                exit.outcome().failing("not every load balancer confirmed the canary as off: " + reason.text());
        return onward(release, exit.with(unsure), now);
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(200);
    }

    @Override
    public boolean leaving() {
        return true;
    }

    @Override
    public String stage() {
        return "off";
    }

    @Override
    public String says() {
        return exit.outcome().kind() == Outcome.Kind.ROLLED_BACK
                ? "rolling back: " + exit.outcome().because() + "; turning all traffic to the stable version"
                : "turning all traffic to the stable version";
    }
}
