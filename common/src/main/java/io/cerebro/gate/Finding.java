package io.cerebro.gate;

import io.cerebro.traffic.Counts;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one source has to say of the canary in one respect.
 *
 * @param source as people know it: {@code load balancers}
 * @param respect {@code errors}, {@code slower than 250 ms}
 * @param stable its requests in the stage, and those of them that count against it in this respect
 * @param canary the same
 * @param reading where the tests stood, and the line that they had to cross
 */
public record Finding(
        String source, String respect, Counts stable, Counts canary, Verdict verdict, Optional<Reading> reading) {
    /** The load balancers. */
    public static final String TRAFFIC = "load balancers";

    /** Of somebody who compares nothing, or who has not answered. */
    public static Finding of(String source, String respect, Verdict verdict) {
        return new Finding(source, respect, Counts.NONE, Counts.NONE, verdict, Optional.empty());
    }

    /** The same in other words. */
    public Finding worded(UnaryOperator<String> words) {
        return new Finding(source, respect, stable, canary, verdict.worded(words), reading);
    }
}
