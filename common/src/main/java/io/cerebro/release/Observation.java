package io.cerebro.release;

import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import java.time.Instant;

/**
 * What the last look at a canary with traffic has shown.
 *
 * @param stage such as {@code partial}
 * @param stable what it answered since the stage began
 * @param canary what it answered since the stage began
 */
public record Observation(Instant at, String stage, Share share, Counts stable, Counts canary, Verdict verdict) {}
