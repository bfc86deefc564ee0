package io.cerebro.report;

import io.cerebro.release.Observation;
import io.cerebro.release.Progress;
import java.time.Instant;
import java.util.Optional;

/**
 * The stage in which a release is.
 *
 * @param says what it does or waits for
 * @param until when it gives up
 * @param observed what was seen last of a canary with traffic
 */
public record UnderWay(String stage, Instant began, String says, Instant until, Optional<Observation> observed) {
    static UnderWay of(Progress progress, Redaction redaction) {
        return new UnderWay(
                progress.phase().stage(),
                progress.stageBegan(),
                redaction.over(progress.says()),
                progress.phase().until(),
                progress.observation().map(redaction::over));
    }
}
