package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.Deployment;
import io.cerebro.marathon.Marathon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletes an app of this release and waits until its tasks have ended: it is gone at once from Marathon's answers, while its
 * deployment is still open.
 */
record Removing(Exit exit, AppId app, Instant until, Locks locks, String seen) implements Phase {
    static Removing begin(Release release, AppId app, Exit exit, Instant now) {
        return new Removing(exit, app, now.plus(release.settings().healthy()), Locks.NONE, "");
    }

    @Override
    public Phase next(Release release, World world) {
        Optional<App> live = world.marathon().app(app);
        if (live.filter(exit::takesAway).isPresent()) {
            return delete(world.marathon());
        }
        boolean open = live.isEmpty()
                && world.marathon().deployments().stream()
                        .anyMatch(deployment -> deployment.affectedApps().contains(app));
        return open ? with(Locks.NONE, ", waiting for its tasks to end") : new Ended(exit.outcome());
    }

    private Phase delete(Marathon marathon) {
        List<Deployment> open = locks.open(marathon);
        Locks.Holder holder = Locks.holder(open, app, true);
        if (holder == Locks.Holder.ANOTHER) {
            return waitingFor(locks.waitedFor(open, Optional.empty()));
        }
        Change change = holder == Locks.Holder.OURSELVES ? marathon.deleteOverOwnDeployment(app) : marathon.delete(app);
        if (change instanceof Change.Locked locked) {
            return waitingFor(Locks.of(locked.deployments()));
        }
        return with(Locks.NONE, ", waiting for its tasks to end");
    }

    private Removing waitingFor(Locks holding) {
        return with(holding, ", waiting for " + holding + ", which holds it");
    }

    private Removing with(Locks holding, String what) {
        return new Removing(exit, app, until, holding, what);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        return new Ended(exit.outcome().failing(app + " could not be removed: " + reason.text()));
    }

    @Override
    public Duration every() {
        return seen.isEmpty() || locks.fresh() ? Duration.ZERO : Duration.ofSeconds(10);
    }

    @Override
    public boolean leaving() {
        return true;
    }

    @Override
    public String stage() {
        return "clean-up";
    }

    @Override
    public String says() {
        return "removing " + app + seen;
    }
}
