package io.cerebro.cli;

import io.cerebro.marathon.Event;
import io.cerebro.release.Attention;
import io.cerebro.release.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits in the calling thread for the next moment worth a look: an event of Marathon's, or the time. */
final class Wakeups {
    private final Attention attention;
    private final Clock clock;
    private final Semaphore events = new Semaphore(0);

    Wakeups(Attention attention, Clock clock) {
        this.attention = attention;
        this.clock = clock;
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
    void await(Progress looked, boolean eventsFlow) {
        try {
            Duration longest = attention.looked(looked, eventsFlow);
            if (events.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                TimeUnit.MILLISECONDS.sleep(attention.called(clock.instant()).toMillis());
            }
            events.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
