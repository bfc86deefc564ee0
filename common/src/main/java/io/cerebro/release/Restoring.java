package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts the stable app back to the definition that ran before, as its label names it; takes away an app that was not there
 * before. Over a deployment of our own by force, never over another's. Touches nothing that carries another release.
 *
 * @param previous empty until it has been read
 */
record Restoring(Exit exit, Optional<AppDefinition> previous, Arrival arrival) implements Arriving {
    static Restoring begin(Release release, Exit exit, Instant now) {
        return new Restoring(
                exit, Optional.empty(), Arrival.by(now.plus(release.settings().healthy())));
    }

    @Override
    public Phase next(Release release, World world) {
        if (previous.isEmpty()) {
            return read(release, world);
        }
        Wanted wanted = new Wanted.Previous(previous.get(), exit.releaseId().orElseThrow());
        Arrival look = arrival.next(world, wanted, release.settings().healthy());
        return look.arrived() ? Draining.begin(release, exit, world.now()) : new Restoring(exit, previous, look);
    }

    private Phase read(Release release, World world) {
        Optional<App> live = world.marathon().app(release.service()).filter(exit::takesAway);
        if (live.isEmpty()) {
            return Draining.begin(release, exit, world.now());
        }
        String label = live.get().definition().label(Labels.PREVIOUS).orElse(Labels.NO_PREVIOUS);
        if (label.equals(Labels.NO_PREVIOUS)) {
            return Removing.begin(release, release.service(), exit, world.now());
        }
        Optional<AppDefinition> earlier = world.marathon().version(release.service(), label);
        return earlier.isPresent()
                ? new Restoring(exit, earlier, arrival)
                : giveUp(release, new Reason("Marathon no longer has its version " + label), world.now());
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome failed = exit.outcome().failing("the version before could not be restored: " + reason.text());
        return Draining.begin(release, exit.with(failed), now);
    }

    @Override
    public boolean leaving() {
        return true;
    }

    @Override
    public String stage() {
        return "restore";
    }

    @Override
    public String says() {
        return "restoring the version before: " + arrival.sighting().says();
    }
}
