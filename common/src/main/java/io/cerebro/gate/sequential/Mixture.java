package io.cerebro.gate.sequential;

import java.util.List;

/** The mean of likelihood ratios, each weighing the same: evidence again, since a mean of such numbers has a mean of at most 1. */
final class Mixture {
    private Mixture() {}

    /**
     * The logarithm of the mean of exp(log / dispersion).
     *
     * @param logs of likelihood ratios
     * @param dispersion at least 1. Dividing by it only ever weakens: where this reaches a line above 0, the mean that is not
     *     tempered has reached it too, because a mean of powers below 1 is at most that power of the mean
     */
    static double log(List<Double> logs, double dispersion) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            highest = Math.max(highest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp((log - highest) / dispersion);
        }
        return highest / dispersion + Math.log(sum / logs.size());
    }
}
