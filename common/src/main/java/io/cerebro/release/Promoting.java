package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * The stable app becomes the canary's version, while the proven canary goes on serving its share.
 *
 * @param target empty until it has been read from the canary
 */
record Promoting(Optional<AppDefinition> target, Optional<String> releaseId, Arrival arrival) implements Arriving {
    static Promoting begin(Release release, Instant now) {
        return new Promoting(
                release.target(),
                release.id(),
                Arrival.by(now.plus(release.settings().healthy())));
    }

    @Override
    public Phase next(Release release, World world) {
        if (target.isEmpty()) {
            return fromCanary(release, world);
        }
        Wanted wanted = new Wanted.Stable(release, target.get(), releaseId.orElseThrow());
        Arrival look = arrival.next(world, wanted, release.settings().healthy());
        return look.arrived()
                ? TurningOff.begin(
                        release,
                        Exit.ofCanary(Outcome.live(release.service(), look.instances()), releaseId, false),
                        world.now())
                : new Promoting(target, releaseId, look);
    }

    private Phase fromCanary(Release release, World world) {
        Optional<App> canary = world.marathon().app(release.service().canary());
        if (canary.flatMap(app -> app.definition().label(Labels.RELEASE)).isEmpty()) {
            return new Ended(Outcome.failed(new Reason("the canary of " + release.service() + " is gone")));
        }
        AppDefinition definition = canary.orElseThrow().definition();
        AppDefinition read = Canary.target(release.service(), definition);
        return new Promoting(Optional.of(read), definition.label(Labels.RELEASE), arrival);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome outcome = releaseId.isPresent()
                ? Outcome.rolledBack(reason)
                : Outcome.failed(new Reason(reason.text() + "; the canary is still there, without traffic"));
        return TurningOff.begin(release, Exit.ofCanary(outcome, releaseId, true), now);
    }

    @Override
    public String stage() {
        return "full";
    }

    @Override
    public String says() {
        return "promoting: " + arrival.sighting().says();
    }
}
