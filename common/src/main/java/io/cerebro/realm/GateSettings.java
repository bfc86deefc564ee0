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
    public static final GateSettings DEFAULT = new GateSettings(0.05, 5, 100, NotEnoughData.HOLD, 1.5);

    /** What becomes of a canary that cannot be judged. */
    public enum NotEnoughData {
        HOLD,
        PROMOTE,
        ROLLBACK
    }
}
