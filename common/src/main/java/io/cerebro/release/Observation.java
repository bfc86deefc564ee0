package io.cerebro.release;

import io.cerebro.gate.Finding;
import io.cerebro.gate.Hearing;
import io.cerebro.gate.Reading;
import io.cerebro.gate.Verdict;
import io.cerebro.gate.Window;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last look at a canary with traffic has shown.
 *
 * @param stage such as {@code partial}
 * @param stable what it answered since the stage began
 * @param canary what it answered since the stage began
 * @param reading where the tests of these counts stood, and the line that they had to cross
 * @param others what the gate found elsewhere
 */
public record Observation(
        Instant at,
        String stage,
        Share share,
        Counts stable,
        Counts canary,
        Verdict verdict,
        Optional<Reading> reading,
        List<Finding> others) {
    public Observation {
        others = List.copyOf(others);
    }

    static Observation of(String stage, Share share, Hearing hearing) {
        Window traffic = hearing.traffic();
        return new Observation(
                traffic.lastLook(),
                stage,
                share,
                traffic.stable(),
                traffic.canary(),
                hearing.verdict(),
                hearing.reading(),
                hearing.others());
    }
}
