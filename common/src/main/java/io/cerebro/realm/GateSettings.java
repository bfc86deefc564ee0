package io.cerebro.realm;

/**
 * What a canary is measured by.
 *
 * @param maxErrorRate share of failed requests, 0 to 1
 * @param minErrors fewer failed requests than this never fail a canary
 * @param minRequests fewer requests than this are not enough to judge
 * @param tolerance by how many times the stable service's own error rate may be exceeded
 */
public record GateSettings(
        double maxErrorRate, int minErrors, int minRequests, NotEnoughData onNotEnoughData, double tolerance) {
    public GateSettings {
        if (!(maxErrorRate >= 0 && maxErrorRate <= 1)) {
            throw new IllegalArgumentException("an error rate is from 0 to 1, not " + maxErrorRate);
        }
        if (!(tolerance >= 1)) {
            throw new IllegalArgumentException("the tolerance is at least 1, not " + tolerance);
        }
        if (minErrors < 1 || minRequests < 1) {
            throw new IllegalArgumentException("minErrors and minRequests are at least 1");
        }
    }

    public static final GateSettings DEFAULT = new GateSettings(0.05, 5, 100, NotEnoughData.HOLD, 1.5);

    /** What becomes of a canary that cannot be judged. */
    public enum NotEnoughData {
        HOLD,
        PROMOTE,
        ROLLBACK
    }
}
