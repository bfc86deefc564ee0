package io.cerebro.release;

import io.cerebro.gate.Reading;
import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import java.time.Instant;
import java.util.Optional;

/**
 * What the last look at a canary with traffic has shown.
 *
 * @param stage such as {@code partial}
 * @param stable what it answered since the stage began
 * @param canary what it answered since the stage began
 * @param reading where the gate's tests stood, and the line that they had to cross
 */
public record Observation(
        Instant at,
        String stage,
        Share share,
        Counts stable,
        Counts canary,
        Verdict verdict,
        Optional<Reading> reading) {}
