package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import java.util.Locale;

/**
 * Judges errors by tests that may be looked at as often as one likes; {@link Reading} says what they measure.
 *
 * <p>FAIL when the canary fails more than {@code tolerance} times as often as the stable app, or more than {@code maxErrorRate} of its
 * requests; PASS when it fails less than {@code acceptedRatio} times as often, or less than {@code acceptedErrorRate}. Each is said only
 * when the evidence has reached its line.
 */
public final class SequentialJudge implements Judge {
    @Override
    public Verdict judge(Window window, GateSettings settings, int among) {
        Reading reading = Reading.of(window, settings, among);
        String seen = seen(window);
        if (reading.fails(window, settings)) {
            String than = reading.worse() >= reading.failLine()
                    ? "than " + Numbers.few(settings.tolerance()) + " times the stable app's"
                    : "than the " + Numbers.percent(settings.maxErrorRate()) + " allowed";
            return Verdict.fail(String.format(
                    Locale.ROOT,
                    "%s; evidence of more %s: %s, enough is %s%s",
                    seen,
                    than,
                    Numbers.few(reading.against()),
                    Numbers.few(reading.failLine()),
                    clumps(reading)));
        }
        if (reading.passes(window, settings)) {
            return Verdict.pass(seen);
        }
        return Verdict.notEnoughData(Missing.of(window, settings).toString());
    }

    private static String seen(Window window) {
        Counts canary = window.canary();
        return String.format(
                Locale.ROOT,
                "%d of %d canary requests failed (%s), stable %s",
                canary.errors(),
                canary.requests(),
                Numbers.percent(canary.errorRate()),
                Numbers.percent(window.stable().errorRate()));
    }

    private static String clumps(Reading reading) {
        return reading.dispersion() < 1.5
                ? ""
                : String.format(Locale.ROOT, " (errors come about %.0f at a time)", reading.dispersion());
    }
}
