package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import java.util.Locale;

/**
 * A first judge: compares error rates with fixed bounds, on HAProxy's own counters.
 *
 * <p>FAIL takes at least {@code minErrors} errors and a rate above {@code maxErrorRate} and above {@code tolerance} times the
 * stable app's. PASS takes at least {@code minRequests} requests. It looks often and has no error bound of its own.
 */
public final class ErrorRateJudge implements Judge {
    @Override
    public Verdict judge(Window window, GateSettings settings) {
        Counts canary = window.canary();
        double allowed = Math.max(
                settings.maxErrorRate(), settings.tolerance() * window.stable().errorRate());
        String seen = String.format(
                Locale.ROOT,
                "%d of %d canary requests failed (%s), stable %s, allowed %s",
                canary.errors(),
                canary.requests(),
                percent(canary.errorRate()),
                percent(window.stable().errorRate()),
                percent(allowed));
        if (canary.errors() >= settings.minErrors() && canary.errorRate() > allowed) {
            return Verdict.fail(seen);
        }
        if (canary.requests() < settings.minRequests()) {
            return Verdict.notEnoughData("needs " + settings.minRequests() + " canary requests, has "
                    + canary.requests() + ongoing(window, settings.minRequests()));
        }
        return Verdict.pass(seen);
    }

    private static String ongoing(Window window, long minRequests) {
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
