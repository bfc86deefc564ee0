package io.cerebro.release;

import io.cerebro.gate.Judge;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.TaskLog;
import io.cerebro.traffic.Router;
import java.time.Clock;
import java.time.Instant;

/**
 * All that a phase may look at and act on: one realm, and the time.
 *
 * @param held whether somebody keeps the canary at its stage for now, such as a pipeline whose own checks or approval are
 *     under way; it is judged all the while
 */
public record World(
        Marathon marathon, Router router, Judge judge, TaskLog log, Clock clock, boolean held, Capacity capacity) {
    public World(Marathon marathon, Router router, Judge judge, TaskLog log, Clock clock) {
        this(marathon, router, judge, log, clock, false, Capacity.UNKNOWN);
    }

    /** The same, with the canary kept at its stage. */
    public World holding() {
        return new World(marathon, router, judge, log, clock, true, capacity);
    }

    /** The same, where it is known what there is room for. */
    public World with(Capacity known) {
        return new World(marathon, router, judge, log, clock, held, known);
    }

    Instant now() {
        return clock.instant();
    }
}
