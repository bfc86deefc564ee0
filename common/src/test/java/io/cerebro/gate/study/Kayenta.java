package io.cerebro.gate.study;

import io.cerebro.gate.Verdict;
import io.cerebro.traffic.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Kayenta's classifier on error rates by the minute, asked at the end of the observation: the 98 % confidence interval of the
 * Mann-Whitney shift, by the normal approximation, lies above a quarter of the Hodges-Lehmann estimate.
 */
final class Kayenta implements Rule {
    private static final double Z = 2.326;
    private final int end;
    private final List<Double> stableRates = new ArrayList<>();
    private final List<Double> canaryRates = new ArrayList<>();
    private Counts stableMinute = Counts.NONE;
    private Counts canaryMinute = Counts.NONE;
    private int second;

    Kayenta(int end) {
        this.end = end;
    }

    @Override
    public Verdict.Kind look(Counts stable, Counts canary) {
        stableMinute = stableMinute.plus(stable);
        canaryMinute = canaryMinute.plus(canary);
        second++;
        if (second % 60 == 0) {
            stableRates.add(stableMinute.errorRate());
            canaryRates.add(canaryMinute.errorRate());
            stableMinute = Counts.NONE;
            canaryMinute = Counts.NONE;
        }
        return second < end ? Verdict.Kind.NOT_ENOUGH_DATA : high() ? Verdict.Kind.FAIL : Verdict.Kind.PASS;
    }

    private boolean high() {
        double[] shifts = canaryRates.stream()
                .flatMapToDouble(canary -> stableRates.stream().mapToDouble(stable -> canary - stable))
                .sorted()
                .toArray();
        if (Arrays.stream(shifts).allMatch(shift -> shift == 0)) {
            return false;
        }
        int n = canaryRates.size();
        double middle = shifts.length / 2.0;
        double spread = Z * Math.sqrt(n * n * (2.0 * n + 1) / 12);
        double lower = shifts[(int) Math.max(0, Math.floor(middle - spread))];
        double estimate = shifts[shifts.length / 2];
        return lower > 0.25 * Math.abs(estimate);
    }
}
