package io.cerebro.release;

import io.cerebro.marathon.Change;

/** Scales a service without waiting for it, as a page does that shows the realm anyway. */
public final class Scaling {
    private final World world;

    public Scaling(World world) {
        this.world = world;
    }

    /**
     * Asks Marathon for so many instances. Nothing is forced over a deployment under way.
     *
     * @param release names the service, and who asks
     * @return what happens now, in one sentence without a full stop
     * @throws IllegalArgumentException if the realm does not allow it, a release holds the service, or it does not run
     */
    public String scale(Release release, Size size) {
        Phase first = new Sizing(size, world.now()).next(release, world);
        String warning = "";
        if (first instanceof Sizing warned) {
            warning = warned.warning().map(lack -> "; " + lack).orElse("");
            first = warned.next(release, world);
        }
        if (!(first instanceof Resizing resizing)) {
            throw new IllegalArgumentException(first.says().replaceFirst("^failed: ", ""));
        }
        Resizing.Step step = resizing.ahead().get(0);
        Change change = world.marathon().scale(step.app(), step.instances());
        return change instanceof Change.Locked locked
                ? step.app() + " was not scaled: " + Locks.of(locked.deployments())
                        + " holds it; try again when it is over"
                : step.app() + " scales from " + step.before() + " to " + step.instances() + " instances" + warning;
    }
}
