package io.cerebro.cli;

import io.cerebro.marathon.Events;
import io.cerebro.release.Progress;
import io.cerebro.release.World;
import java.time.Duration;

/** Drives a release to its end in this thread, and turns it back when it is interrupted. */
final class Driver {
    private static final Duration WITHOUT_EVENTS = Duration.ofSeconds(3);

    private final World world;
    private final Events events;
    private final Narrator narrator;

    Driver(World world, Events events, Narrator narrator) {
        this.world = world;
        this.events = events;
        this.narrator = narrator;
    }

    /** Ends with an outcome in any case. An interrupt turns the release back, once; the thread's flag is left clear. */
    Progress toEnd(Progress start) {
        Wakeups wakeups = new Wakeups(start.release().service());
        try (Events.Subscription listening = events.listen(wakeups::heard)) {
            Progress progress = start;
            while (progress.outcome().isEmpty()) {
                progress = progress.next(world);
                narrator.tell(progress);
                progress = waited(progress, wakeups);
            }
            return progress;
        }
    }

    private Progress waited(Progress progress, Wakeups wakeups) {
        if (progress.outcome().isPresent()) {
            return progress;
        }
        try {
            wakeups.await(longest(progress));
            return progress;
        } catch (InterruptedException stopped) {
            return progress.abort(
                    "stopped by " + progress.release().by(), world.clock().instant());
        }
    }

    private Duration longest(Progress progress) {
        Duration every = progress.every();
        return events.flowing() || every.compareTo(WITHOUT_EVENTS) < 0 ? every : WITHOUT_EVENTS;
    }
}
