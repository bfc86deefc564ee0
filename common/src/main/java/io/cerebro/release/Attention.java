package io.cerebro.release;

import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a driver looks at its release again: at an event of Marathon's that decides something about the service, or when the time
 * has come. Not safe for more than one thread at a time.
 *
 * <p>Events that only tell of progress (one of 3,000 instances is healthy) call for no look. On the contrary: while they come,
 * the next look can wait, so that an app of 3,000 instances takes hardly more looks than one of 3.
 */
public final class Attention {
    private static final Set<String> DECISIVE = Set.of(
            "deployment_success",
            "deployment_failed",
            "event_stream_attached",
            "unhealthy_task_kill_event",
            "unhealthy_instance_kill_event");
    private static final Set<String> ENDS =
            Set.of("TASK_FAILED", "TASK_ERROR", "TASK_LOST", "TASK_DROPPED", "TASK_GONE");
    private static final Duration WITHOUT_EVENTS = Duration.ofSeconds(3);
    /** Marathon's answers trail its own event by a moment; so a look that came too early is repeated soon. */
    private static final Duration ECHO = Duration.ofMillis(700);
    /** However many events come, one look a second is enough. */
    private static final Duration SPACING = Duration.ofSeconds(1);

    /** While instances come up, so that the numbers that people see are not older than this, or than a part of the time so far. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int PART = 4;

    private final Set<AppId> apps;
    private final Clock clock;
    private volatile Instant cameUp = Instant.EPOCH;
    private Instant looked = Instant.EPOCH;
    private Instant lastCalled = Instant.EPOCH;
    private boolean echo;

    public Attention(AppId service, Clock clock) {
        this.clock = clock;
        apps = Set.of(service, service.canary());
    }

    /** Whether an event calls for a look. From any thread. */
    public boolean calledBy(Event event) {
        boolean about = event.apps().isEmpty() || event.apps().stream().anyMatch(apps::contains);
        if (about && comesUp(event)) {
            cameUp = clock.instant();
        }
        return about && decisive(event);
    }

    private static boolean decisive(Event event) {
        return DECISIVE.contains(event.type())
                || (event.type().equals("status_update_event")
                        && ENDS.contains(event.data().path("taskStatus").asText()));
    }

    private static boolean comesUp(Event event) {
        return switch (event.type()) {
            case "status_update_event" ->
                event.data().path("taskStatus").asText().equals("TASK_RUNNING");
            case "health_status_changed_event" -> event.data().path("alive").asBoolean();
            default -> false;
        };
    }

    /** How long to wait with the look that an event has called for. */
    public Duration called() {
        Instant now = clock.instant();
        Instant free = lastCalled.plus(SPACING);
        Duration rest = free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
        lastCalled = now.plus(rest);
        echo = true;
        return rest;
    }

    /** How long to wait after a look, if no event comes before. */
    public Duration looked(Progress progress, boolean eventsFlow) {
        looked = clock.instant();
        Duration every = shorter(progress.every(), eventsFlow ? progress.every() : WITHOUT_EVENTS);
        Duration wait = echo ? shorter(every, ECHO) : every;
        echo = false;
        return wait;
    }

    /** When that time is over: how much longer the look can wait, because instances come up one after the other. */
    public Duration rest(Progress progress, boolean eventsFlow) {
        if (!eventsFlow || !progress.comesUp()) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Duration soFar = Duration.between(progress.stageBegan(), now).dividedBy(PART);
        Instant latest = looked.plus(soFar.compareTo(PATIENCE) > 0 ? soFar : PATIENCE);
        Instant quiet = cameUp.plus(progress.every());
        Instant next = Stream.of(latest, quiet, progress.phase().until())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
