package io.cerebro.gate;

import io.cerebro.gate.sequential.ErrorRateTest;
import io.cerebro.realm.GateSettings;

/**
 * Where the tests stand at a look: how much speaks against the canary and for it, and how much is enough.
 *
 * @param worse evidence that it fails more often than is tolerated, against the stable app; begins at 1
 * @param tooHigh evidence that its error rate is above the highest allowed; 1 where any is allowed
 * @param fine evidence that it fails rarely enough to go on; begins at 1
 * @param line what either has to reach: 1 / {@code falseAlarms}
 * @param dispersion how many errors come at a time
 */
public record Reading(double worse, double tooHigh, double fine, double line, double dispersion) {
    /** Of numbers without bounds, those that text and picture can hold. */
    private static final double MOST = 1e9;

    public static Reading of(Window window, GateSettings settings) {
        double dispersion = window.evidence().dispersion();
        double ratio = window.evidence().fine().evidence(dispersion);
        double rate = ErrorRateTest.below(settings.acceptedErrorRate()).evidence(window.canary(), dispersion);
        double bounded = settings.maxErrorRate() >= 1
                ? 0
                : ErrorRateTest.above(settings.maxErrorRate()).evidence(window.canary(), dispersion);
        return new Reading(
                value(window.evidence().worse().evidence(dispersion)),
                value(bounded),
                (value(ratio) + value(rate)) / 2,
                1 / settings.falseAlarms(),
                dispersion);
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
        long apart = Math.round(window.canary().errors() / dispersion);
        return apart >= settings.minErrors() && against() >= line;
    }

    boolean passes(Window window, GateSettings settings) {
        return window.canary().requests() >= settings.minRequests() && fine >= line;
    }
}
