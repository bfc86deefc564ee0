package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes an app of this release and waits until its tasks have ended: it is gone at once from Marathon's answers, while its
 * deployment is still open.
 */
record Removing(Exit exit, AppId app, Instant until, String seen) implements Phase {
    static Removing begin(Release release, AppId app, Exit exit, Instant now) {
        return new Removing(exit, app, now.plus(release.settings().healthy()), "");
    }

    @Override
    public Phase next(Release release, World world) {
        Optional<App> live = world.marathon().app(app);
        if (live.filter(exit::takesAway).isPresent()) {
            return world.marathon().delete(app) instanceof Change.Locked locked
                    ? with(", waiting for deployment " + String.join(", ", locked.deployments()) + ", which holds it")
                    : with(", waiting for its tasks to end");
        }
        boolean open = live.isEmpty()
                && world.marathon().deployments().stream()
                        .anyMatch(deployment -> deployment.affectedApps().contains(app));
        return open ? with(", waiting for its tasks to end") : new Ended(exit.outcome());
    }

    private Removing with(String what) {
        return new Removing(exit, app, until, what);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        return new Ended(exit.outcome().failing(app + " could not be removed: " + reason.text()));
    }

    @Override
    public Duration every() {
        return seen.isEmpty() ? Duration.ZERO : Duration.ofSeconds(10);
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
