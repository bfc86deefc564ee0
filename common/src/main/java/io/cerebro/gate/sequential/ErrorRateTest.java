package io.cerebro.gate.sequential;

import io.cerebro.traffic.Counts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Evidence about the rate at which one app fails its requests.
 *
 * <p>For e errors among n requests the likelihood ratio of an alternative rate q against the bound b is
 *
 * <pre>  (q / b)^e * ((1 - q) / (1 - b))^(n - e)</pre>
 *
 * <p>and the evidence is its mean over alternatives whose odds go from the bound's on by steps of the square root of 2. It depends on
 * the totals alone, so that nothing needs to be kept between looks. The ratio is monotone in e: its mean is at most 1 for every
 * sequence of rates that stays on the bound's own side, however it moves.
 *
 * <p>Source: M. Lindon and A. Malek, Anytime-valid inference for multinomial count data, NeurIPS 2022 (inhomogeneous Bernoulli
 * processes).
 */
public final class ErrorRateTest {
    private static final int STEPS = 16;

    private final double bound;
    private final List<Double> rates;

    private ErrorRateTest(double bound, int sign) {
        this.bound = Math.max(bound, Double.MIN_NORMAL);
        double odds = this.bound / (1 - this.bound);
        this.rates = IntStream.rangeClosed(1, STEPS)
                .mapToDouble(step -> odds * Math.pow(2, sign * step / 2.0))
                .mapToObj(other -> other / (1 + other))
                .toList();
    }

    /**
     * Evidence that the rate is above a bound.
     *
     * @param bound from 0, below 1
     */
    public static ErrorRateTest above(double bound) {
        return new ErrorRateTest(bound, 1);
    }

    /**
     * Evidence that the rate is below a bound.
     *
     * @param bound above 0 and below 1
     */
    public static ErrorRateTest below(double bound) {
        return new ErrorRateTest(bound, -1);
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
        return Mixture.log(
                rates.stream()
                        .map(rate -> errors * Math.log(rate / bound)
                                + (requests - errors) * Math.log((1 - rate) / (1 - bound)))
                        .toList(),
                dispersion);
    }
}
