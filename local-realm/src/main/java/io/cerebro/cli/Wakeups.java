package io.cerebro.cli;

import io.cerebro.marathon.Event;
import io.cerebro.release.Attention;
import io.cerebro.release.Progress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits in the calling thread for the next moment worth a look: an event of Marathon's, or the time. */
final class Wakeups {
    private final Attention attention;
    private final Semaphore events = new Semaphore(0);

    Wakeups(Attention attention) {
        this.attention = attention;
    }

    void heard(Event event) {
        if (attention.calledBy(event)) {
            wake();
        }
    }

    void wake() {
        events.release();
    }

    /** An interrupt ends the wait and stays set. */
    void await(Progress looked, BooleanSupplier eventsFlow) {
        try {
            Duration wait = attention.looked(looked, eventsFlow.getAsBoolean());
            boolean called;
            do {
                called = events.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                wait = called ? Duration.ZERO : attention.rest(looked, eventsFlow.getAsBoolean());
            } while (!wait.isZero());
            if (called) {
                TimeUnit.MILLISECONDS.sleep(attention.called().toMillis());
            }
            events.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
