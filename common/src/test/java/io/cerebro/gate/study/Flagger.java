package io.cerebro.gate.study;

import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;

/**
 * Flagger's rule: once a minute a success rate below 99 %, or no request at all, is a failed check; at the tick after {@code threshold}
 * of them, in a row or not, it rolls back. Where nothing is set the threshold is 1; in its tutorials it is 5. Its share is taken to be
 * ours from the start, though it would climb.
 */
final class Flagger implements Rule {
    private static final int INTERVAL = 60;

    private final int threshold;
    private int failed;
    private int second;
    private Counts minute = Counts.NONE;

    Flagger(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public Verdict.Kind look(Counts stable, Counts canary) {
        minute = minute.plus(canary);
        second++;
        if (second % INTERVAL != 0) {
            return Verdict.Kind.NOT_ENOUGH_DATA;
        }
        if (failed >= threshold) {
            return Verdict.Kind.FAIL;
        }
        failed += minute.requests() == 0 || minute.errorRate() > 0.01 ? 1 : 0;
        minute = Counts.NONE;
        return Verdict.Kind.NOT_ENOUGH_DATA;
    }
}
