package io.cerebro.realm;

/**
 * What a canary is measured by.
 *
 * @param maxErrorRate share of failed requests that a canary may have at most, whatever the stable service has, 0 to 1; 1 for any
 * @param minErrors fewer failed requests than this never fail a canary
 * @param minRequests fewer requests than this are not enough to pass
 * @param tolerance by how many times the stable service's own error rate may be exceeded
 * @param falseAlarms the probability with which a canary that is no worse than tolerated may be failed, however often it is looked at;
 *     and that with which one that is worse than accepted may be passed
 * @param acceptedRatio a canary passes when it fails less than so many times as often as the stable service; above 1. Between it and a
 *     tolerance that is above it, a canary is neither failed nor passed
 * @param acceptedErrorRate or when it fails less than this share of its requests, above 0 and below 1
 * @param latency how much slower it may be, where that is measured
 * @param tasks how many of its tasks may end
 */
public record GateSettings(
        double maxErrorRate,
        int minErrors,
        int minRequests,
        NotEnoughData onNotEnoughData,
        double tolerance,
        double falseAlarms,
        double acceptedRatio,
        double acceptedErrorRate,
        LatencySettings latency,
        TaskSettings tasks) {
    public GateSettings {
        if (!(maxErrorRate >= 0 && maxErrorRate <= 1)) {
            throw new IllegalArgumentException("an error rate is from 0 to 1, not " + maxErrorRate);
        }
        if (!(tolerance >= 1)) {
            throw new IllegalArgumentException("the tolerance is at least 1, not " + tolerance);
        }
        if (!(falseAlarms > 0 && falseAlarms < 1)) {
            throw new IllegalArgumentException(
                    "the probability of a false alarm is above 0 and below 1, not " + falseAlarms);
        }
        if (!(acceptedRatio > 1)) {
            throw new IllegalArgumentException("the accepted ratio is above 1, not " + acceptedRatio);
        }
        if (!(acceptedErrorRate > 0 && acceptedErrorRate < 1)) {
            throw new IllegalArgumentException(
                    "the accepted error rate is above 0 and below 1, not " + acceptedErrorRate);
        }
        if (minErrors < 1 || minRequests < 1) {
            throw new IllegalArgumentException("minErrors and minRequests are at least 1");
        }
    }

    /** The same where the canary is judged by so many things at once: any of them may be wrong. */
    public GateSettings among(int things) {
        return new GateSettings(
                maxErrorRate,
                minErrors,
                minRequests,
                onNotEnoughData,
                tolerance,
                falseAlarms / things,
                acceptedRatio,
                acceptedErrorRate,
                latency,
                tasks);
    }

    public static final GateSettings DEFAULT = new GateSettings(
            1, 5, 100, NotEnoughData.HOLD, 1.5, 0.01, 5, 0.005, LatencySettings.DEFAULT, TaskSettings.DEFAULT);

    /** What becomes of a canary that cannot be judged. */
    public enum NotEnoughData {
        HOLD,
        PROMOTE,
        ROLLBACK
    }
}
