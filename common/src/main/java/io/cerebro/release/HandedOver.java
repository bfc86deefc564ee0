package io.cerebro.release;

import io.cerebro.marathon.App;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody else has changed the canary's share: a person who promotes or rolls back by another command. It is theirs now; this
 * release only waits to say how it ended.
 */
record HandedOver(Instant until) implements Phase {
    static HandedOver begin(Release release, Instant now) {
        return new HandedOver(now.plus(release.settings().healthy()));
    }

    @Override
    public Phase next(Release release, World world) {
        if (world.marathon().app(release.service().canary()).isPresent()) {
            return this;
        }
        Optional<App> stable = world.marathon().app(release.service());
        boolean promoted =
                stable.filter(app -> Labels.carries(app, release.id())).isPresent();
        return new Ended(
                promoted
                        ? Outcome.done(release.service() + " is live, promoted by somebody else")
                        : Outcome.rolledBack(new Reason("somebody else has rolled the canary back")));
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        return TurningOff.begin(release, Exit.ofCanary(Outcome.rolledBack(reason), release.id(), false), now);
    }

    @Override
    public String stage() {
        return "hand-over";
    }

    @Override
    public String says() {
        return "somebody else has changed the canary's share; waiting for what becomes of it";
    }
}
