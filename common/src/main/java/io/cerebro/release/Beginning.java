package io.cerebro.release;

import java.time.Duration;
import java.time.Instant;

/** A phase that finds out where the service stands, before anything is sent. */
sealed interface Beginning extends Phase permits Starting, Sizing {
    @Override
    default Phase giveUp(Release release, Reason reason, Instant now) {
        return new Ended(Outcome.failed(new Reason(reason.text() + "; nothing was changed", reason.log())));
    }

    @Override
    default Duration patience(Release release) {
        return Duration.ofSeconds(10);
    }

    @Override
    default Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    default String stage() {
        return "start";
    }
}
