package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The stable app becomes the canary's version, while the proven canary goes on serving its share.
 *
 * @param target empty until it has been read from the canary
 * @param watch on the canary, which a FAIL still takes back
 */
record Promoting(Optional<AppDefinition> target, Optional<String> releaseId, Arrival arrival, Watch watch)
        implements Arriving {
    /** The canary is looked at more often than Marathon would have to be asked. */
    private static final Duration LOOKS = Duration.ofSeconds(2);

    static Promoting begin(Release release, Instant now) {
        return begin(release, Watch.NONE, now);
    }

    /** Goes on watching where a stage has left off. */
    static Promoting begin(Release release, Observing observed, Instant now) {
        return begin(release, Watch.of(observed), now);
    }

    private static Promoting begin(Release release, Watch watch, Instant now) {
        return new Promoting(
                release.target(),
                release.id(),
                Arrival.by(now.plus(release.settings().healthy())),
                watch);
    }

    @Override
    public Phase next(Release release, World world) {
        if (target.isEmpty()) {
            return fromCanary(release, world);
        }
        Watch watched = watch.look(release, world);
        if (watched.failed()) {
            return new Promoting(target, releaseId, arrival, watched);
        }
        Wanted wanted = new Wanted.Stable(release, target.get(), releaseId.orElseThrow());
        Arrival look = arrival.next(world, wanted, release.settings().healthy());
        return look.arrived()
                ? TurningOff.begin(
                        release,
                        Exit.ofCanary(Outcome.live(release.service(), look.instances()), releaseId, false),
                        world.now())
                : new Promoting(target, releaseId, look, watched);
    }

    private Phase fromCanary(Release release, World world) {
        Optional<App> canary = world.marathon().app(release.service().canary());
        if (canary.flatMap(app -> app.definition().label(Labels.RELEASE)).isEmpty()) {
            return Ended.failed("the canary of " + release.service() + " is gone");
        }
        AppDefinition definition = canary.orElseThrow().definition();
        AppDefinition read = Canary.target(release.service(), definition);
        return new Promoting(Optional.of(read), definition.label(Labels.RELEASE), arrival, watch);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome outcome = releaseId.isPresent()
                ? Outcome.rolledBack(reason)
                : Outcome.failed(new Reason(reason.text() + "; the canary is still there, without traffic"));
        return TurningOff.begin(release, Exit.ofCanary(outcome, releaseId, true), now);
    }

    @Override
    public Duration every() {
        Duration needed = arrival.every();
        return watch.hearing().isPresent() && needed.compareTo(LOOKS) > 0 ? LOOKS : needed;
    }

    @Override
    public Optional<String> hopeless() {
        return watch.failed()
                ? Optional.of("the canary failed its gate while it was promoted: "
                        + watch.hearing().orElseThrow().verdict().because())
                : Arriving.super.hopeless();
    }

    @Override
    public Optional<Observation> observation() {
        return watch.observation(stage());
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
