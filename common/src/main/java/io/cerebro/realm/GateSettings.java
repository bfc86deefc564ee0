package io.cerebro.realm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

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
 * @param checks asked again and again as one who wants the canary, while it is watched
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
        TaskSettings tasks,
        List<URI> checks) {
    public GateSettings {
        checks = List.copyOf(checks);
        checks.forEach(GateSettings::requireAskable);
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

    /**
     * As a person gives them: separated by spaces.
     *
     * @throws IllegalArgumentException for one that is no URL
     */
    public static List<URI> checks(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(url -> !url.isEmpty())
                .map(GateSettings::check)
                .toList();
    }

    private static URI check(String text) {
        URI url = url(text);
        requireAskable(url);
        return url;
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a check is a URL such as http://shop.example.com/orders/health", e);
        }
    }

    private static void requireAskable(URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "a check is a URL such as http://shop.example.com/orders/health, without a" + " user or a '#', not "
                            + (url.getUserInfo() == null ? url : "one with a user"));
        }
    }

    public static final GateSettings DEFAULT = new GateSettings(
            1,
            5,
            100,
            NotEnoughData.HOLD,
            1.5,
            0.01,
            5,
            0.005,
            LatencySettings.DEFAULT,
            TaskSettings.DEFAULT,
            List.of());

    /** What becomes of a canary that cannot be judged. */
    public enum NotEnoughData {
        HOLD,
        PROMOTE,
        ROLLBACK
    }
}
