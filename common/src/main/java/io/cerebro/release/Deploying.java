package io.cerebro.release;

import io.cerebro.marathon.AppDefinition;
import java.time.Instant;

/**
 * Rolling: Marathon brings up the new version and takes down the old one.
 *
 * @param liveBefore this very version was live and well when it began, so that there is nothing to go back to
 */
record Deploying(Arrival arrival, boolean liveBefore) implements Arriving {
    static Deploying begin(Release release, boolean liveBefore, Instant now) {
        return new Deploying(Arrival.by(now.plus(release.settings().healthy())), liveBefore);
    }

    @Override
    public Phase next(Release release, World world) {
        AppDefinition target = release.target().orElseThrow();
        Wanted wanted = new Wanted.Stable(release, target, Labels.releaseId(target));
        Arrival look = arrival.next(world, wanted, release.settings().healthy());
        return look.arrived()
                ? new Ended(Outcome.live(release.service(), look.instances()))
                : new Deploying(look, liveBefore);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome outcome = Outcome.rolledBack(reason);
        if (liveBefore) {
            return new Ended(outcome.unchanged());
        }
        return Restoring.begin(
                release, Exit.ofDeploy(arrival.sent() ? outcome : outcome.unchanged(), release.id()), now);
    }

    @Override
    public String stage() {
        return "deploy";
    }

    @Override
    public String says() {
        return "deploying: " + arrival.sighting().says();
    }
}
