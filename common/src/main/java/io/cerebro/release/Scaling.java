package io.cerebro.release;

import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import io.cerebro.realm.Limits;

/** Scales a service as it runs: no task restarts, and nothing is forced over a deployment under way. */
public final class Scaling {
    private final World world;
    private final Limits limits;

    public Scaling(World world, Limits limits) {
        this.world = world;
        this.limits = limits;
    }

    /**
     * Asks Marathon for so many instances.
     *
     * @return what happens now, in one sentence without a full stop
     * @throws IllegalArgumentException if the realm does not allow it, or the service does not run
     */
    public String scale(AppId service, int instances) {
        if (instances < 1 || instances > limits.instances()) {
            String most = limits.instances() == Limits.NONE.instances() ? "" : " to " + limits.instances();
            throw new IllegalArgumentException("the realm allows 1"
                    + (most.isEmpty() ? " instance or more" : most + " instances") + " of a service, not " + instances);
        }
        int before = world.marathon()
                .app(service)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + service + " to scale"))
                .instances();
        Change change = world.marathon().scale(service, instances);
        if (change instanceof Change.Locked locked) {
            return service + " was not scaled: " + Locks.of(locked.deployments())
                    + " holds it; try again when it is over";
        }
        return service + " scales from " + before + " to " + instances + " instances";
    }
}
