package io.cerebro.cli;

import io.cerebro.marathon.Events;
import io.cerebro.release.Progress;
import io.cerebro.release.World;
import java.util.function.Consumer;

/** Drives a release to its end in the calling thread, and turns it back when another tells it to stop. */
final class Driver {
    private final World world;
    private final Events events;
    private final Wakeups wakeups;
    private volatile boolean stopped;

    Driver(World world, Events events, Wakeups wakeups) {
        this.world = world;
        this.events = events;
        this.wakeups = wakeups;
    }

    /**
     * Ends with an outcome in any case.
     *
     * @param narrator is told every look
     */
    Progress toEnd(Progress start, Consumer<Progress> narrator) {
        try (Events.Subscription listening = events.listen(wakeups::heard)) {
            Progress progress = start;
            while (progress.outcome().isEmpty()) {
                progress = progress.next(world);
                narrator.accept(progress);
                progress = waited(progress);
            }
            return progress;
        }
    }

    /** Turns the release back. From any thread; the second time nothing happens. */
    void stop() {
        stopped = true;
        wakeups.wake();
    }

    private Progress waited(Progress progress) {
        if (progress.outcome().isPresent()) {
            return progress;
        }
        if (!stopped || progress.phase().leaving()) {
            wakeups.await(progress, events::flowing);
        }
        return stopped
                ? progress.abort(
                        "stopped by " + progress.release().by(), world.clock().instant())
                : progress;
    }
}
