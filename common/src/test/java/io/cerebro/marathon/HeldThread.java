package io.cerebro.marathon;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread on which what is to happen later happens when the test says so. */
final class HeldThread extends ScheduledThreadPoolExecutor {
    record Held(Duration delay, Runnable step) {}

    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();

    HeldThread() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable step, long delay, TimeUnit unit) {
        if (delay == 0) {
            return super.schedule(step, 0, unit);
        }
        held.add(new Held(Duration.of(delay, unit.toChronoUnit()), step));
        return super.schedule(() -> {}, 0, unit);
    }

    /** The next that was put off. */
    Held takeHeld() throws InterruptedException {
        Held next = held.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was put off within 30 s");
        }
        return next;
    }

    /** The next that was put off, of this length. */
    Held takeHeld(Duration delay) throws InterruptedException {
        Held next = takeHeld();
        while (!next.delay().equals(delay)) {
            next = takeHeld();
        }
        return next;
    }

    void run(Held due) {
        execute(due.step());
    }
}
