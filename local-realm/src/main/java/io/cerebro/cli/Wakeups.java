package io.cerebro.cli;

import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the next moment worth a look: an event of Marathon's that decides something about the service, or the time.
 *
 * <p>Events that only tell of progress (one of 3,000 instances is healthy) wake nobody: they wait for the next look.
 */
final class Wakeups {
    private static final Set<String> DECISIVE = Set.of(
            "deployment_success",
            "deployment_failed",
            "event_stream_attached",
            "unhealthy_task_kill_event",
            "unhealthy_instance_kill_event");
    private static final Set<String> ENDS =
            Set.of("TASK_FAILED", "TASK_ERROR", "TASK_LOST", "TASK_DROPPED", "TASK_GONE");
    /** Marathon's answers trail its own event by a moment; so a look that came too early is repeated soon. */
    private static final Duration ECHO = Duration.ofMillis(700);

    /** However many events come, one look a second is enough. */
    private static final Duration SPACING = Duration.ofSeconds(1);

    private final Set<AppId> apps;
    private final Semaphore events = new Semaphore(0);
    private boolean echo;
    private long lastWoken = System.nanoTime() - SPACING.toNanos();

    Wakeups(AppId service) {
        apps = Set.of(service, service.canary());
    }

    void heard(Event event) {
        if (about(event) && decisive(event)) {
            wake();
        }
    }

    void wake() {
        events.release();
    }

    /** Waits for at most so long; an interrupt ends the wait and stays set. */
    void await(Duration longest) {
        Duration limit = echo && ECHO.compareTo(longest) < 0 ? ECHO : longest;
        try {
            echo = events.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (echo) {
                spaceOut();
            }
            events.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void spaceOut() throws InterruptedException {
        long rest = lastWoken + SPACING.toNanos() - System.nanoTime();
        if (rest > 0) {
            TimeUnit.NANOSECONDS.sleep(rest);
        }
        lastWoken = System.nanoTime();
    }

    private boolean about(Event event) {
        return event.apps().isEmpty() || event.apps().stream().anyMatch(apps::contains);
    }

    private static boolean decisive(Event event) {
        return DECISIVE.contains(event.type())
                || (event.type().equals("status_update_event")
                        && ENDS.contains(event.data().path("taskStatus").asText()));
    }
}
