package io.cerebro.gate.study;

import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;

/**
 * Flagger's rule at its defaults: once a minute, a success rate below 99 % or no requests count as a failed check, and one failed check
 * ({@code threshold}) rolls back at the next tick. Its share is taken to be ours from the start, though it would climb.
 */
final class Flagger implements Rule {
    private static final int INTERVAL = 60;
    private int second;
    private Counts minute = Counts.NONE;
    private boolean failed;

    @Override
    public Verdict.Kind look(Counts stable, Counts canary) {
        minute = minute.plus(canary);
        second++;
        if (second % INTERVAL != 0) {
            return Verdict.Kind.NOT_ENOUGH_DATA;
        }
        if (failed) {
            return Verdict.Kind.FAIL;
        }
        failed = minute.requests() == 0 || minute.errorRate() > 0.01;
        minute = Counts.NONE;
        return Verdict.Kind.NOT_ENOUGH_DATA;
    }
}
