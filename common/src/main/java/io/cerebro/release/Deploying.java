package io.cerebro.release;

import io.cerebro.marathon.AppDefinition;
import java.time.Instant;

/** Rolling: Marathon brings up the new version and takes down the old one. */
record Deploying(Arrival arrival) implements Arriving {
    static Deploying begin(Release release, Instant now) {
        return new Deploying(Arrival.by(now.plus(release.settings().healthy())));
    }

    @Override
    public Phase next(Release release, World world) {
        AppDefinition target = release.target().orElseThrow();
        Wanted wanted = new Wanted.Stable(release, target, Labels.releaseId(target));
        Arrival look = arrival.next(world, wanted, release.settings().healthy());
        return look.arrived()
                ? new Ended(Outcome.done(release.service() + " is live, " + look.instances() + " instances serve it"))
                : new Deploying(look);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome outcome = Outcome.rolledBack(reason);
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
