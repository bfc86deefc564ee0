package io.cerebro.gate;

import io.cerebro.gate.sequential.ErrorRateTest;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import java.time.Duration;
import java.util.Locale;

/**
 * What a canary that fails like the stable app still lacks for a PASS.
 *
 * @param from the stable app's error rate
 * @param to the canary's error rate that is to be ruled out
 * @param respect {@code  slower than 250 ms}; empty for errors
 * @param needed requests of the canary in all
 * @param had those that there are
 * @param seconds until then, as the requests come; 0 where none have come yet
 */
record Missing(double from, double to, String respect, long needed, long had, long seconds) {
    /** More requests than a release can wait for. */
    private static final long MOST = 1L << 40;

    static Missing of(Window window, GateSettings settings) {
        return of(
                new Wanted(
                        window.stable(),
                        window.canary(),
                        window.evidence().errors(),
                        settings.acceptedErrorRate(),
                        settings.acceptedRatio(),
                        ""),
                window.length(),
                settings);
    }

    static Missing ofLatency(Timing.Slowness bound, Duration length, GateSettings settings) {
        return of(
                new Wanted(
                        bound.stable(),
                        bound.canary(),
                        bound.comparison(),
                        settings.latency().slow(),
                        settings.latency().acceptedRatio(),
                        " " + LatencyJudge.slower(bound)),
                length,
                settings);
    }

    /**
     * In which respect.
     *
     * @param rate that is accepted
     * @param ratio that is accepted
     */
    private record Wanted(
            Counts stable, Counts canary, Comparison comparison, double rate, double ratio, String respect) {}

    private static Missing of(Wanted wanted, Duration length, GateSettings settings) {
        Counts canary = wanted.canary();
        double from = wanted.stable().errorRate();
        double to = Math.max(wanted.rate(), Math.min(1, from * wanted.ratio()));
        long more = more(wanted, settings);
        long needed = Math.max(settings.minRequests(), canary.requests() + more);
        double perSecond = length.isZero() ? 0 : canary.requests() * 1000.0 / length.toMillis();
        long rest = needed - canary.requests();
        return new Missing(
                from,
                to,
                wanted.respect(),
                needed,
                canary.requests(),
                perSecond == 0 ? 0 : (long) Math.ceil(rest / perSecond));
    }

    /** The fewest more for which the evidence is expected to reach its line: doubled until it does, then halved between. */
    private static long more(Wanted wanted, GateSettings settings) {
        long enough = 1;
        while (enough < MOST && !reaches(enough, wanted, settings)) {
            enough *= 2;
        }
        long few = enough / 2;
        while (enough - few > 1) {
            long middle = few + (enough - few) / 2;
            if (reaches(middle, wanted, settings)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }

    private static boolean reaches(long more, Wanted wanted, GateSettings settings) {
        Counts canary = wanted.canary();
        Counts stable = wanted.stable();
        double rate = stable.errorRate();
        double dispersion = wanted.comparison().dispersion();
        double share = canary.requests() == 0 || stable.requests() == 0
                ? 0.1
                : (double) canary.requests() / (canary.requests() + stable.requests());
        double ofRatio = wanted.comparison().fine().expected((double) more, share, rate, dispersion);
        double ofRate = ErrorRateTest.below(wanted.rate()).expected(canary, (double) more, rate, dispersion);
        return (Math.exp(ofRatio) + Math.exp(ofRate)) / 2 >= 1 / settings.falseAlarms();
    }

    /** {@code need about 974 canary requests to see 0.1 % become 0.5 %, have 212, about 13 min to go}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "need about %d canary requests to see %s%s become %s, have %d%s",
                needed,
                Numbers.roughly(from),
                respect,
                Numbers.roughly(to),
                had,
                seconds == 0
                        ? ""
                        : ", about " + (seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min") + " to go");
    }
}
