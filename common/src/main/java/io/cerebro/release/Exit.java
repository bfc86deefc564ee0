package io.cerebro.release;

import io.cerebro.marathon.App;
import java.util.Optional;

/**
 * How a release leaves, whichever way it ends: the canary's traffic off, the stable app put back if need be, the canary
 * drained and removed.
 *
 * @param releaseId what is to be taken away; nothing that carries another is touched
 * @param canary whether there is one to turn off, drain and remove
 * @param restore whether the stable app has to be put back where it carries this release
 * @param unsure whether a load balancer has not confirmed that the canary is off
 */
record Exit(Outcome outcome, Optional<String> releaseId, boolean canary, boolean restore, boolean unsure) {
    /** Of a release with a canary beside the stable app. */
    static Exit ofCanary(Outcome outcome, Optional<String> releaseId, boolean restore) {
        return new Exit(outcome, releaseId, true, restore, false);
    }

    /** Of a rolling deploy. */
    static Exit ofDeploy(Outcome outcome, Optional<String> releaseId) {
        return new Exit(outcome, releaseId, false, true, false);
    }

    Exit with(Outcome end) {
        return new Exit(end, releaseId, canary, restore, unsure);
    }

    /** With a canary that may have traffic still. */
    Exit unsure(Outcome end) {
        return new Exit(end, releaseId, canary, restore, true);
    }

    /** With the stable app put back already. */
    Exit restored() {
        return new Exit(outcome, releaseId, canary, false, unsure);
    }

    boolean takesAway(App app) {
        return Labels.carries(app, releaseId);
    }
}
