package io.cerebro.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.gate.sequential.Dispersion;
import io.cerebro.gate.sequential.OddsRatioTest;
import io.cerebro.traffic.Counts;

/**
 * What the looks have shown of canary against stable app in one respect, such as how often they fail. Immutable.
 *
 * @param worse that it does so more often than is tolerated
 * @param fine that it does so less often than would be too often
 * @param stable how the stable app's clump
 * @param canary how the canary's do
 */
public record Comparison(OddsRatioTest worse, OddsRatioTest fine, Dispersion stable, Dispersion canary) {
    /**
     * Nothing yet.
     *
     * @param tolerance odds ratio that is still tolerated
     * @param accepted odds ratio below which it is good enough
     */
    static Comparison of(double tolerance, double accepted) {
        return new Comparison(
                OddsRatioTest.above(tolerance), OddsRatioTest.below(accepted), Dispersion.NONE, Dispersion.NONE);
    }

    /** From the start again, in another stage; how errors clump has been learned. */
    Comparison next() {
        return new Comparison(
                OddsRatioTest.above(worse.bound()),
                OddsRatioTest.below(fine.bound()),
                stable.interrupted(),
                canary.interrupted());
    }

    /** With what has been answered since the look before. */
    Comparison look(Counts ofStable, Counts ofCanary) {
        return new Comparison(
                worse.look(ofStable, ofCanary),
                fine.look(ofStable, ofCanary),
                stable.look(ofStable),
                canary.look(ofCanary));
    }

    /** By how much they clump, on either side; at least 1. */
    @JsonIgnore
    public double dispersion() {
        return Math.max(stable.factor(), canary.factor());
    }
}
