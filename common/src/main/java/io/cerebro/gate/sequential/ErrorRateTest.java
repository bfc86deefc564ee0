package io.cerebro.gate.sequential;

import io.cerebro.traffic.Counts;

/**
 * Evidence about the rate at which one app fails its requests.
 *
 * <p>For e errors among n requests the likelihood ratio of an alternative rate q against the bound b is
 *
 * <pre>  (q / b)^e * ((1 - q) / (1 - b))^(n - e)</pre>
 *
 * <p>and the evidence is its mean over alternatives whose odds go from the bound's on by steps of the square root of 2, weighted as in
 * {@link OddsRatioTest}. It depends on
 * the totals alone, so that nothing needs to be kept between looks. The ratio is monotone in e: its mean is at most 1 for every
 * sequence of rates that stays on the bound's own side, however it moves.
 *
 * <p>Source: M. Lindon and A. Malek, Anytime-valid inference for multinomial count data, NeurIPS 2022 (inhomogeneous Bernoulli
 * processes).
 */
public final class ErrorRateTest {
    private static final int STEPS = 16;

    private static final double STEP = Math.sqrt(2);

    private final double bound;
    private final boolean rises;

    private ErrorRateTest(double bound, boolean rises) {
        this.bound = Math.max(bound, Double.MIN_NORMAL);
        this.rises = rises;
    }

    /**
     * Evidence that the rate is above a bound.
     *
     * @param bound from 0, below 1
     */
    public static ErrorRateTest above(double bound) {
        return new ErrorRateTest(bound, true);
    }

    /**
     * Evidence that the rate is below a bound.
     *
     * @param bound above 0 and below 1
     */
    public static ErrorRateTest below(double bound) {
        return new ErrorRateTest(bound, false);
    }

    /** @param dispersion by which errors come in clumps, at least 1 */
    public double evidence(Counts counts, double dispersion) {
        return evidence(counts.requests(), counts.errors(), dispersion);
    }

    /** The evidence to expect after so many more requests of an app with this error rate. */
    public double expected(Counts counts, double requests, double errorRate, double dispersion) {
        return evidence(counts.requests() + requests, counts.errors() + requests * errorRate, dispersion);
    }

    private double evidence(double requests, double errors, double dispersion) {
        double[] logs = new double[STEPS];
        double odds = bound / (1 - bound);
        for (int i = 0; i < STEPS; i++) {
            odds *= rises ? STEP : 1 / STEP;
            double rate = odds / (1 + odds);
            logs[i] = errors * Math.log(rate / bound) + (requests - errors) * Math.log((1 - rate) / (1 - bound));
        }
        return (rises ? Mixture.NEAR : Mixture.EVEN).log(logs, dispersion);
    }
}
