package io.cerebro.release;

import java.time.Duration;
import java.time.Instant;

/** A phase in which the canary has traffic, or is about to: any trouble takes it away first. */
sealed interface Sharing extends Phase permits Shifting, Observing {
    @Override
    default Phase giveUp(Release release, Reason reason, Instant now) {
        return TurningOff.begin(release, Exit.ofCanary(Outcome.rolledBack(reason), release.id(), false), now);
    }

    @Override
    default Duration patience(Release release) {
        return release.settings().router();
    }
}
