package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Tally;

/**
 * What the looks at a canary have shown so far, beyond the totals. Immutable; survives as JSON, so that a restart goes on with it.
 *
 * @param errors how often they fail
 * @param timing how long they take, where that is measured
 */
public record Evidence(Comparison errors, Timing timing) {
    /** None yet, by these settings. */
    public static Evidence none(GateSettings settings) {
        return new Evidence(
                Comparison.of(settings.tolerance(), settings.acceptedRatio()), Timing.none(settings.latency()));
    }

    /** From the start again, in another stage; how errors clump has been learned. */
    public Evidence next() {
        return new Evidence(errors.next(), timing.next());
    }

    /** With what has been answered since the look before. */
    public Evidence look(Tally stable, Tally canary) {
        return new Evidence(
                errors.look(stable.counts(), canary.counts()), timing.look(stable.latencies(), canary.latencies()));
    }
}
