package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import java.util.function.UnaryOperator;

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

    /** What the load balancers counted, as a finding like the others; in it is the verdict on all. */
    @JsonIgnore
    public Finding traffic() {
        return new Finding(Finding.TRAFFIC, "errors", stable, canary, verdict, reading);
    }

    /** The same, each verdict in other words. */
    public Observation worded(UnaryOperator<String> words) {
        return new Observation(
                at,
                stage,
                share,
                stable,
                canary,
                verdict.worded(words),
                reading,
                others.stream().map(finding -> finding.worded(words)).toList());
    }
}
