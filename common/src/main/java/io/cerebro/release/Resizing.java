package io.cerebro.release;

import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.List;

/**
 * Changes the number of instances, and waits until they serve. Nothing else of the app changes, and no task restarts.
 *
 * @param ahead what is still to do, one app after the other
 */
record Resizing(List<Step> ahead, Arrival arrival) implements Arriving {
    /** One app, from so many instances to so many. */
    record Step(AppId app, int before, int instances) {}

    Resizing {
        ahead = List.copyOf(ahead);
    }

    static Resizing begin(Release release, List<Step> steps, Instant now) {
        return new Resizing(steps, Arrival.by(now.plus(release.settings().healthy())));
    }

    @Override
    public Phase next(Release release, World world) {
        Step step = ahead.get(0);
        Wanted wanted = new Wanted.Sized(release.service(), step.app(), step.instances());
        Arrival look = arrival.next(world, wanted, release.settings().healthy());
        if (!look.arrived()) {
            return new Resizing(ahead, look);
        }
        return ahead.size() > 1
                ? begin(release, ahead.subList(1, ahead.size()), world.now())
                : new Ended(Outcome.done(step.app() + " has gone from " + step.before() + " to " + step.instances()
                        + " instances, " + look.instances() + " serve it"));
    }

    /** What came up serves, and more may still come: that is better than to take it away again. */
    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Step step = ahead.get(0);
        String left = arrival.sent()
                ? "; Marathon has been asked for " + step.instances() + " instances of " + step.app()
                        + " and goes on trying: scale it back to " + step.before() + " if that is not wanted"
                : "; " + step.app() + " was left with its " + step.before() + " instances";
        return new Ended(Outcome.failed(new Reason(reason.text() + left, reason.log())));
    }

    @Override
    public String stage() {
        return "scale";
    }

    @Override
    public String says() {
        Step step = ahead.get(0);
        return "scaling " + step.app() + " from " + step.before() + " to " + step.instances() + ": "
                + arrival.sighting().says();
    }
}
