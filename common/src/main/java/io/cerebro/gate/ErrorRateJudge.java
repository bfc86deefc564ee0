package io.cerebro.gate;

import io.cerebro.traffic.Counts;
import java.util.Locale;

/**
 * A first judge: compares error rates with fixed bounds, on HAProxy's own counters.
 *
 * <p>FAIL takes at least {@code minErrors} errors and a rate above {@code maxErrorRate} and above {@code tolerance} times the
 * stable app's. PASS takes at least {@code minRequests} requests. It looks often and has no error bound of its own.
 *
 * @param maxErrorRate errors for each request, 0 to 1
 */
public record ErrorRateJudge(double maxErrorRate, double tolerance, long minErrors, long minRequests) implements Judge {
    public ErrorRateJudge {
        if (maxErrorRate < 0 || maxErrorRate > 1) {
            throw new IllegalArgumentException("an error rate is from 0 to 1, not " + maxErrorRate);
        }
        if (tolerance < 1) {
            throw new IllegalArgumentException("the tolerance is at least 1, not " + tolerance);
        }
        if (minErrors < 1 || minRequests < 1) {
            throw new IllegalArgumentException("minErrors and minRequests are at least 1");
        }
    }

    @Override
    public Verdict judge(Window window) {
        Counts canary = window.canary();
        double allowed = Math.max(maxErrorRate, tolerance * window.stable().errorRate());
        String seen = String.format(
                Locale.ROOT,
                "%d of %d canary requests failed (%s), stable %s, allowed %s",
                canary.errors(),
                canary.requests(),
                percent(canary.errorRate()),
                percent(window.stable().errorRate()),
                percent(allowed));
        if (canary.errors() >= minErrors && canary.errorRate() > allowed) {
            return Verdict.fail(seen);
        }
        if (canary.requests() < minRequests) {
            return Verdict.notEnoughData(
                    "needs " + minRequests + " canary requests, has " + canary.requests() + ongoing(window));
        }
        return Verdict.pass(seen);
    }

    private String ongoing(Window window) {
        double seconds = window.length().toMillis() / 1000.0;
        long seen = window.canary().requests();
        if (seen == 0 || seconds == 0) {
            return "";
        }
        return ", about " + (long) Math.ceil((minRequests - seen) * seconds / seen) + " s to go";
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * rate);
    }
}
