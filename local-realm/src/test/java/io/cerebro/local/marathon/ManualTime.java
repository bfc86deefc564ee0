package io.cerebro.local.marathon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Supplier;

/** A loop whose time stands still until a test moves it on. */
final class ManualTime implements Loop {
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private Instant now;
    private long count;
    private boolean busy;
    private boolean closed;

    ManualTime(Instant start) {
        this.now = start;
    }

    private record Timer(Instant due, long number, Runnable work) {}

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                synchronized (ManualTime.this) {
                    return now;
                }
            }
        };
    }

    @Override
    public synchronized <T> T call(Supplier<T> work) {
        boolean outer = busy;
        busy = true;
        try {
            return work.get();
        } finally {
            busy = outer;
            drain();
        }
    }

    @Override
    public synchronized void submit(Runnable work) {
        if (!closed) {
            turns.add(work);
            drain();
        }
    }

    private void drain() {
        while (!busy && !turns.isEmpty()) {
            busy = true;
            try {
                turns.remove().run();
            } finally {
                busy = false;
            }
        }
    }

    @Override
    public synchronized void after(Duration delay, Runnable work) {
        timers.add(new Timer(now.plus(delay), count++, work));
    }

    void advance(Duration duration) {
        advanceTo(clock().instant().plus(duration));
    }

    synchronized void advanceTo(Instant moment) {
        while (!closed && !timers.isEmpty() && !timers.peek().due().isAfter(moment)) {
            Timer timer = timers.remove();
            now = timer.due().isAfter(now) ? timer.due() : now;
            submit(timer.work());
        }
        now = moment.isAfter(now) ? moment : now;
    }

    @Override
    public synchronized void close() {
        closed = true;
        timers.clear();
        turns.clear();
    }
}
