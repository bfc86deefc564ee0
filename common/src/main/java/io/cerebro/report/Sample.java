package io.cerebro.report;

import io.cerebro.gate.Reading;
import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;
import java.time.Instant;
import java.util.Optional;

/**
 * What stable and canary answered from the sample before until now.
 *
 * @param basisPoints the canary's share of the traffic, in 1/100 percent
 * @param verdict what the gate said at the end of it
 * @param reading where its tests stood then
 */
public record Sample(
        Instant at,
        String stage,
        int basisPoints,
        Counts stable,
        Counts canary,
        Optional<Verdict.Kind> verdict,
        Optional<Reading> reading) {
    /** Whether nothing has changed since the sample before but what was counted. */
    boolean continues(Sample before) {
        return stage.equals(before.stage) && basisPoints == before.basisPoints;
    }

    Sample plus(Sample next) {
        return new Sample(
                next.at,
                stage,
                basisPoints,
                stable.plus(next.stable),
                canary.plus(next.canary),
                next.verdict,
                next.reading);
    }
}
