package io.cerebro.gate;

import io.cerebro.gate.sequential.ErrorRateTest;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * What a canary that fails like the stable app still lacks for a PASS.
 *
 * @param from the stable app's error rate
 * @param to the canary's error rate that is to be ruled out
 * @param needed requests of the canary in all
 * @param had those that there are
 * @param seconds until then, as the requests come; 0 where none have come yet
 */
record Missing(double from, double to, long needed, long had, long seconds) {
    /** More requests than a release can wait for. */
    private static final long MOST = 1L << 40;

    static Missing of(Window window, GateSettings settings) {
        Counts canary = window.canary();
        double from = window.stable().errorRate();
        double to = Math.max(settings.acceptedErrorRate(), Math.min(1, from * settings.acceptedRatio()));
        long more = more(window, settings);
        long needed = Math.max(settings.minRequests(), canary.requests() + more);
        double perSecond = window.length().isZero()
                ? 0
                : canary.requests() * 1000.0 / window.length().toMillis();
        long rest = needed - canary.requests();
        return new Missing(
                from, to, needed, canary.requests(), perSecond == 0 ? 0 : (long) Math.ceil(rest / perSecond));
    }

    /** The fewest more for which the evidence is expected to reach its line: doubled until it does, then halved between. */
    private static long more(Window window, GateSettings settings) {
        long enough = 1;
        while (enough < MOST && !reaches(enough, window, settings)) {
            enough *= 2;
        }
        long few = enough / 2;
        while (enough - few > 1) {
            long middle = few + (enough - few) / 2;
            if (reaches(middle, window, settings)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }

    private static boolean reaches(long more, Window window, GateSettings settings) {
        Counts canary = window.canary();
        Counts stable = window.stable();
        double rate = stable.errorRate();
        double dispersion = window.evidence().dispersion();
        double share = canary.requests() == 0 || stable.requests() == 0
                ? 0.1
                : (double) canary.requests() / (canary.requests() + stable.requests());
        double ofRatio = window.evidence().fine().expected((double) more, share, rate, dispersion);
        double ofRate =
                ErrorRateTest.below(settings.acceptedErrorRate()).expected(canary, (double) more, rate, dispersion);
        return (Math.exp(ofRatio) + Math.exp(ofRate)) / 2 >= 1 / settings.falseAlarms();
    }

    /** {@code need about 974 canary requests to see 0.1 % become 0.5 %, have 212, about 13 min to go}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "need about %d canary requests to see %s become %s, have %d%s",
                needed,
                percent(from),
                percent(to),
                had,
                seconds == 0
                        ? ""
                        : ", about " + (seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min") + " to go");
    }

    private static String percent(double rate) {
        double percent = 100 * rate;
        return new BigDecimal(percent)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
