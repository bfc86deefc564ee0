package io.cerebro.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.gate.sequential.Dispersion;
import io.cerebro.gate.sequential.OddsRatioTest;
import io.cerebro.realm.GateSettings;

/**
 * What the looks at a canary have shown so far, beyond the totals. Immutable; survives as JSON, so that a restart goes on with it.
 *
 * @param worse that it fails more often, against the stable app, than is tolerated
 * @param fine that it fails less often than would be too often
 * @param stable how the stable app's errors clump
 * @param canary how the canary's do
 */
public record Evidence(OddsRatioTest worse, OddsRatioTest fine, Dispersion stable, Dispersion canary) {
    /** None yet, by these settings. */
    public static Evidence none(GateSettings settings) {
        return new Evidence(
                OddsRatioTest.above(settings.tolerance()),
                OddsRatioTest.below(settings.acceptedRatio()),
                Dispersion.NONE,
                Dispersion.NONE);
    }

    /** From the start again, in another stage; how errors clump has been learned. */
    public Evidence next(GateSettings settings) {
        Evidence fresh = none(settings);
        return new Evidence(fresh.worse, fresh.fine, stable.interrupted(), canary.interrupted());
    }

    /** With what has been answered since the look before. */
    public Evidence look(Tally ofStable, Tally ofCanary) {
        return new Evidence(
                worse.look(ofStable.counts(), ofCanary.counts()),
                fine.look(ofStable.counts(), ofCanary.counts()),
                stable.look(ofStable.counts()),
                canary.look(ofCanary.counts()));
    }

    /** By how much errors clump, on either side; at least 1. */
    @JsonIgnore
    public double dispersion() {
        return Math.max(stable.factor(), canary.factor());
    }
}
