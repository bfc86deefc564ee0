package io.cerebro.gate;

import io.cerebro.gate.sequential.ErrorRateTest;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;

/**
 * Where the tests stand at a look: how much speaks against the canary and for it, and how much is enough.
 *
 * @param worse evidence that it fails more often than is tolerated, against the stable app; begins at 1
 * @param tooHigh evidence that its error rate is above the highest allowed; 1 where any is allowed
 * @param fine evidence that it fails rarely enough to go on; begins at 1
 * @param failLine what speaks against it has to reach: 1 / {@code falseAlarms}, times the number of things that the canary is judged
 *     by, since any one of them may fail it by mistake
 * @param passLine what speaks for it has to reach: 1 / {@code falseAlarms}, since all of them have to pass it
 * @param dispersion how many errors come at a time
 */
public record Reading(double worse, double tooHigh, double fine, double failLine, double passLine, double dispersion) {
    /** Of numbers without bounds, those that text and picture can hold. */
    private static final double MOST = 1e9;

    /** Of how often it fails. */
    public static Reading of(Window window, GateSettings settings, int among) {
        Comparison errors = window.evidence().errors();
        double dispersion = errors.dispersion();
        double bounded = settings.maxErrorRate() >= 1
                ? 0
                : ErrorRateTest.above(settings.maxErrorRate()).evidence(window.canary(), dispersion);
        return new Reading(
                value(errors.worse().evidence(dispersion)),
                value(bounded),
                fine(errors, window.canary(), settings.acceptedErrorRate()),
                among / settings.falseAlarms(),
                1 / settings.falseAlarms(),
                dispersion);
    }

    /**
     * Of how long it takes: what speaks against it by all bounds, and what speaks for it by one.
     *
     * @param kept the bound that a canary keeps to pass
     */
    static Reading of(Timing timing, Timing.Slowness kept, GateSettings settings, int among) {
        double worse = timing.bounds().stream()
                .map(Timing.Slowness::comparison)
                .mapToDouble(bound -> value(bound.worse().evidence(bound.dispersion())))
                .average()
                .orElse(1);
        return new Reading(
                worse,
                1,
                fine(kept.comparison(), kept.canary(), settings.latency().slow()),
                among / settings.falseAlarms(),
                1 / settings.falseAlarms(),
                kept.comparison().dispersion());
    }

    /** That it does so less often than the stable app by the accepted ratio, or less often than the accepted rate. */
    private static double fine(Comparison comparison, Counts canary, double acceptedRate) {
        double dispersion = comparison.dispersion();
        double ratio = comparison.fine().evidence(dispersion);
        double rate = ErrorRateTest.below(acceptedRate).evidence(canary, dispersion);
        return (value(ratio) + value(rate)) / 2;
    }

    private static double value(double log) {
        return Math.min(MOST, Math.exp(log));
    }

    /** What speaks most against it. */
    public double against() {
        return Math.max(worse, tooHigh);
    }

    /** Whether so much speaks against the canary that it has to go. */
    boolean fails(Window window, GateSettings settings) {
        return fails(window.canary(), dispersion, settings);
    }

    /** @param clumps how many of these errors come at a time */
    boolean fails(Counts canary, double clumps, GateSettings settings) {
        long apart = Math.round(canary.errors() / clumps);
        return apart >= settings.minErrors() && against() >= failLine;
    }

    boolean passes(Window window, GateSettings settings) {
        return passes(window.canary(), settings);
    }

    boolean passes(Counts canary, GateSettings settings) {
        return canary.requests() >= settings.minRequests() && fine >= passLine;
    }
}
