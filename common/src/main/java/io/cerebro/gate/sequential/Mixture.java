package io.cerebro.gate.sequential;

/** A weighted mean of likelihood ratios: evidence again, since a mean of such numbers has a mean of at most 1. */
enum Mixture {
    /** Each alternative weighs the same. */
    EVEN(1),
    /** Each weighs a fifth less than the one before, nearer to the bound: near ones need every error, far ones have them in abundance. */
    NEAR(Math.pow(2, -1.0 / 3));

    private final double next;

    Mixture(double next) {
        this.next = next;
    }

    /**
     * The logarithm of the mean of exp(log / dispersion).
     *
     * @param logs of likelihood ratios, from the bound on
     * @param dispersion at least 1. Dividing by it only ever weakens: where this reaches a line above 0, the mean that is not
     *     tempered has reached it too, because a mean of powers below 1 is at most that power of the mean
     */
    double log(double[] logs, double dispersion) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            highest = Math.max(highest, log);
        }
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (double log : logs) {
            sum += weight * Math.exp((log - highest) / dispersion);
            weights += weight;
            weight *= next;
        }
        return highest / dispersion + Math.log(sum / weights);
    }
}
