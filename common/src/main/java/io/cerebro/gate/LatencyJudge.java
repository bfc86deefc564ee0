package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges how long requests take, on whole distributions, by tests that may be looked at as often as one likes.
 *
 * <p>FAIL when the canary takes longer than some bound more often than is tolerated, by the evidence of all bounds. PASS when it takes
 * longer less often than is accepted, by the bound that most of the stable app's requests keep. Slow requests come in clumps, such as
 * behind a garbage collection; the first looks do not show yet how large these are, and fail nothing.
 */
final class LatencyJudge {
    private static final int FIRST_LOOKS = 5;

    private LatencyJudge() {}

    /** @param length how long has been measured */
    static Finding judge(String source, Timing timing, Duration length, GateSettings settings, int among) {
        Timing.Slowness kept = timing.kept().orElseThrow();
        Timing.Slowness worst = timing.bounds().stream()
                .max(Comparator.comparingDouble(bound ->
                        bound.comparison().worse().evidence(bound.comparison().dispersion())))
                .orElseThrow();
        Reading reading = Reading.of(timing, kept, settings, among);
        boolean known = timing.looks() >= FIRST_LOOKS;
        if (known && reading.fails(worst.canary(), worst.comparison().dispersion(), settings)) {
            return finding(
                    source,
                    worst,
                    Verdict.fail(String.format(
                            Locale.ROOT,
                            "%s; evidence of more than %s times as many: %s, enough is %s",
                            seen(worst),
                            Numbers.few(settings.latency().tolerance()),
                            Numbers.few(reading.worse()),
                            Numbers.few(reading.failLine()))),
                    reading);
        }
        if (reading.passes(kept.canary(), settings)) {
            return finding(source, kept, Verdict.pass(seen(kept)), reading);
        }
        return finding(
                source,
                kept,
                Verdict.notEnoughData(Missing.ofLatency(kept, length, settings).toString()),
                reading);
    }

    private static Finding finding(String source, Timing.Slowness bound, Verdict verdict, Reading reading) {
        return new Finding(source, slower(bound), bound.stable(), bound.canary(), verdict, Optional.of(reading));
    }

    private static String seen(Timing.Slowness bound) {
        Counts canary = bound.canary();
        return String.format(
                Locale.ROOT,
                "%d of %d canary requests were %s (%s), stable %s",
                canary.errors(),
                canary.requests(),
                slower(bound),
                Numbers.percent(canary.errorRate()),
                Numbers.percent(bound.stable().errorRate()));
    }

    /** {@code slower than 250 ms}. */
    static String slower(Timing.Slowness bound) {
        BigDecimal millis = BigDecimal.valueOf(bound.bound())
                .movePointRight(3)
                .round(new MathContext(6))
                .stripTrailingZeros();
        return "slower than " + millis.toPlainString() + " ms";
    }
}
