package io.cerebro.realm;

import java.time.Duration;

/**
 * How much slower than the stable service a canary may be.
 *
 * @param tolerance a canary fails whose odds of taking longer than a bound are shown to be more than so many times the stable service's;
 *     at least 1
 * @param acceptedRatio and passes where they are shown to be less than so many times; above 1
 * @param quantile of the stable service's requests, above 0 and below 1, by which the bound for a pass is chosen
 * @param warmUp for how long nothing is compared after the canary has got its share: what has just started is slow
 */
public record LatencySettings(double tolerance, double acceptedRatio, double quantile, Duration warmUp) {
    public static final LatencySettings DEFAULT = new LatencySettings(1.5, 2.5, 0.95, Duration.ofSeconds(30));

    public LatencySettings {
        if (!(tolerance >= 1)) {
            throw new IllegalArgumentException("the tolerance of latency is at least 1, not " + tolerance);
        }
        if (!(acceptedRatio > 1)) {
            throw new IllegalArgumentException("the accepted ratio of latency is above 1, not " + acceptedRatio);
        }
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("a quantile is above 0 and below 1, not " + quantile);
        }
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("a warm-up is not negative, but this is " + warmUp);
        }
    }

    /** The part of the requests that is beyond the quantile. */
    public double slow() {
        return 1 - quantile;
    }
}
