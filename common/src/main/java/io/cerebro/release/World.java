package io.cerebro.release;

import io.cerebro.gate.Judge;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.TaskLog;
import io.cerebro.traffic.Router;
import java.time.Clock;
import java.time.Instant;

/** All that a phase may look at and act on: one realm, and the time. */
public record World(Marathon marathon, Router router, Judge judge, TaskLog log, Clock clock) {
    Instant now() {
        return clock.instant();
    }
}
