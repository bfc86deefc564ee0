package io.cerebro.release;

import io.cerebro.gate.Checks;
import io.cerebro.gate.Judge;
import io.cerebro.gate.Sources;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.TaskLog;
import io.cerebro.realm.LockPolicy;
import io.cerebro.traffic.Router;
import java.time.Clock;
import java.time.Instant;

/**
 * All that a phase may look at and act on: one realm, and the time.
 *
 * @param locks what becomes of a release whose app somebody else's deployment holds
 * @param held whether somebody keeps the canary at its stage for now, such as a pipeline whose own checks or approval are
 *     under way; it is judged all the while
 * @param sources who counts beside the load balancers
 * @param checks who asks a release's own checks
 */
public record World(
        Marathon marathon,
        Router router,
        Judge judge,
        TaskLog log,
        Clock clock,
        LockPolicy locks,
        boolean held,
        Capacity capacity,
        Sources sources,
        Checks checks) {
    /** One in which a release waits for others' deployments, and nobody is asked whether there is room. */
    public World(Marathon marathon, Router router, Judge judge, TaskLog log, Clock clock) {
        this(marathon, router, judge, log, clock, LockPolicy.WAIT, false, Capacity.UNKNOWN, Sources.NONE, Checks.NONE);
    }

    /** The same under another policy. */
    public World with(LockPolicy policy) {
        return new World(marathon, router, judge, log, clock, policy, held, capacity, sources, checks);
    }

    /** The same, where it is known what there is room for. */
    public World with(Capacity known) {
        return new World(marathon, router, judge, log, clock, locks, held, known, sources, checks);
    }

    /** The same, where others count too, and a release's own checks are asked. */
    public World with(Sources others, Checks asked) {
        return new World(marathon, router, judge, log, clock, locks, held, capacity, others, asked);
    }

    /** The same, with the canary kept at its stage. */
    public World holding() {
        return new World(marathon, router, judge, log, clock, locks, true, capacity, sources, checks);
    }

    Instant now() {
        return clock.instant();
    }
}
