package io.cerebro.local.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so. */
final class ManualTimer extends Clock implements Timer {
    private record Entry(Instant at, int order, Runnable run) {}

    private final List<Entry> entries = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private int order;

    @Override
    public synchronized void after(Duration delay, Runnable run) {
        entries.add(new Entry(now.plus(delay), order++, run));
    }

    void pass(Duration duration) {
        Instant until = instant().plus(duration);
        while (true) {
            Optional<Entry> next = next(until);
            if (next.isEmpty()) {
                return;
            }
            next.get().run().run();
        }
    }

    private synchronized Optional<Entry> next(Instant until) {
        Optional<Entry> next = entries.stream()
                .filter(entry -> !entry.at().isAfter(until))
                .min(Comparator.comparing(Entry::at).thenComparing(Entry::order));
        next.ifPresent(entries::remove);
        now = next.map(Entry::at).orElse(until);
        return next;
    }

    void passSeconds(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    synchronized int waiting() {
        return entries.size();
    }

    @Override
    public synchronized void close() {
        entries.clear();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
