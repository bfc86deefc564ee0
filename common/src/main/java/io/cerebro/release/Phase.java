package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a release stands. Immutable, and small enough to be saved as JSON after every look.
 *
 * <p>{@link #next} looks at the world once, acts at most once, and returns the phase that follows: itself with what it has
 * seen, or another. Every action may run twice, because a driver may die between acting and saving.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Starting.class, name = "starting"),
    @JsonSubTypes.Type(value = Deploying.class, name = "deploying"),
    @JsonSubTypes.Type(value = Staging.class, name = "staging"),
    @JsonSubTypes.Type(value = Shifting.class, name = "shifting"),
    @JsonSubTypes.Type(value = Observing.class, name = "observing"),
    @JsonSubTypes.Type(value = HandedOver.class, name = "handed over"),
    @JsonSubTypes.Type(value = Promoting.class, name = "promoting"),
    @JsonSubTypes.Type(value = TurningOff.class, name = "turning off"),
    @JsonSubTypes.Type(value = Restoring.class, name = "restoring"),
    @JsonSubTypes.Type(value = Draining.class, name = "draining"),
    @JsonSubTypes.Type(value = Removing.class, name = "removing"),
    @JsonSubTypes.Type(value = Sizing.class, name = "sizing"),
    @JsonSubTypes.Type(value = Resizing.class, name = "resizing"),
    @JsonSubTypes.Type(value = Ended.class, name = "ended"),
})
public sealed interface Phase permits Beginning, Arriving, Sharing, HandedOver, TurningOff, Draining, Removing, Ended {
    /**
     * @throws io.cerebro.http.Unreachable if Marathon or a load balancer does not answer; worth another look
     * @throws io.cerebro.marathon.MarathonException if Marathon refuses; not worth one
     * @throws io.cerebro.traffic.RouterException if a load balancer refuses; not worth one
     */
    Phase next(Release release, World world);

    /** The way back from here; for a phase that is on its way back already, on without what cannot be had. */
    Phase giveUp(Release release, Reason reason, Instant now);

    /** When to give up. */
    Instant until();

    /** How long to wait for an answer from a system that does not give one; shorter while the canary has traffic. */
    default Duration patience(Release release) {
        return Duration.ofDays(1);
    }

    /** The same, when a system could not be asked. */
    default Phase unseen(String because) {
        return this;
    }

    /** The longest time until the next look while events flow. */
    default Duration every() {
        return Duration.ofSeconds(10);
    }

    /** Whether it waits for instances that come up one after the other, of which events tell. */
    default boolean comesUp() {
        return false;
    }

    /** Why it cannot get better, where that is known before its time is up. */
    default Optional<String> hopeless() {
        return Optional.empty();
    }

    /** The log lines of the task that is to blame. */
    default List<String> evidence(World world) {
        return List.of();
    }

    /** Whether it is on its way back or out, so that a wish to stop changes nothing. */
    default boolean leaving() {
        return false;
    }

    /** Whether it goes on only when a person says so. */
    default boolean waitsForPerson() {
        return false;
    }

    /** The part of the release that this belongs to: {@code deploy}, {@code isolated}, … */
    String stage();

    /** Until when it does so: {@code until 06:31:22 UTC}. */
    default String term() {
        return Deadline.until(until());
    }

    /** What was seen of a canary that has traffic. */
    default Optional<Observation> observation() {
        return Optional.empty();
    }

    /** A short lower-case phrase: what it does or waits for, with the numbers last seen. */
    String says();
}
