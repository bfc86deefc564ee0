package io.cerebro.gate.sequential;

/** Exact probabilities, by Pascal's triangle. */
final class Binomial {
    private Binomial() {}

    /** Of so many successes, from 0 to {@code trials}. */
    static double[] probabilities(int trials, double success) {
        double[] row = {1};
        for (int n = 1; n <= trials; n++) {
            double[] next = new double[n + 1];
            for (int k = 0; k < n; k++) {
                next[k] += row[k] * (1 - success);
                next[k + 1] += row[k] * success;
            }
            row = next;
        }
        return row;
    }
}
