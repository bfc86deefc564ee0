package io.cerebro.bamboo.release;

import io.cerebro.marathon.Event;
import io.cerebro.marathon.Events;
import io.cerebro.release.Attention;
import io.cerebro.release.Progress;
import io.cerebro.release.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Looks at a release again and again in the calling thread, and waits in between: for an event of Marathon's, or the time. An
 * interrupt turns the release back, and the loop ends when that is through.
 */
final class Drive {
    private final World world;
    private final Events events;
    private final Interrupts interrupts;
    private final Semaphore calls = new Semaphore(0);

    Drive(World world, Events events, Interrupts interrupts) {
        this.world = world;
        this.events = events;
        this.interrupts = interrupts;
    }

    /**
     * Ends with an outcome in any case.
     *
     * @param told is given every look, and when it was
     */
    Progress toEnd(Progress start, BiConsumer<Progress, Instant> told) {
        Attention attention = new Attention(start.release().service(), world.clock());
        try (Events.Subscription listening = events.listen(event -> heard(event, attention))) {
            Progress progress = start;
            while (progress.outcome().isEmpty()) {
                progress = progress.next(world);
                told.accept(progress, now());
                Progress seen = progress;
                progress = stopped(waited(seen, attention));
                if (seen.outcome().isEmpty() && progress.outcome().isPresent()) {
                    told.accept(progress, now());
                }
            }
            return progress;
        }
    }

    private void heard(Event event, Attention attention) {
        if (attention.calledBy(event)) {
            calls.release();
        }
    }

    /** A rollback goes on: it is what a stopped build is to be left with. */
    private Progress stopped(Progress progress) {
        return interrupts.stopped() ? progress.abort("the build was stopped", now()) : progress;
    }

    private Progress waited(Progress progress, Attention attention) {
        boolean goesBack = interrupts.stopped() && !progress.phase().leaving();
        if (progress.outcome().isEmpty() && !goesBack) {
            await(progress, attention);
        }
        return progress;
    }

    private void await(Progress progress, Attention attention) {
        try {
            Duration wait = attention.looked(progress, events.flowing());
            boolean called;
            do {
                called = calls.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                wait = called ? Duration.ZERO : attention.rest(progress, events.flowing());
            } while (!wait.isZero());
            if (called) {
                TimeUnit.MILLISECONDS.sleep(attention.called().toMillis());
            }
            calls.drainPermits();
        } catch (InterruptedException e) {
            interrupts.came();
        }
    }

    private Instant now() {
        return world.clock().instant();
    }
}
