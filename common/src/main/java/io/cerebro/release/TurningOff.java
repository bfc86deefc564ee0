package io.cerebro.release;

import io.cerebro.traffic.RouterView;
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
            if (world.now().isBefore(until)) {
                return new TurningOff(exit, until, true);
            }
        }
        RouterView view = world.router().look(release.service());
        if (view.confirms(Share.OFF)) {
            return onward(release, exit, world.now());
        }
        return world.now().isBefore(until)
                ? new TurningOff(exit, until, false)
                : giveUp(release, new Reason(view.lacking(Share.OFF)), world.now());
    }

    private static Phase onward(Release release, Exit exit, Instant now) {
        return exit.restore() ? Restoring.begin(release, exit, now) : Draining.begin(release, exit, now);
    }

    /** A load balancer that does not confirm is named in the outcome, and the way goes on; {@link Draining} looks after it. */
    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome unsure =
                exit.outcome().failing("not every load balancer confirmed the canary as off: " + reason.text());
        return onward(release, exit.unsure(unsure), now);
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
