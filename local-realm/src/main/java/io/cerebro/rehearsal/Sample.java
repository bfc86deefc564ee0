package io.cerebro.rehearsal;

import java.time.Instant;

/**
 * One request of the load, as its client saw it.
 *
 * @param asked when it was sent
 * @param answered when the answer was there, or the failure
 * @param byHeader whether it asked for the canary
 * @param version that served it; empty where nothing did
 * @param failed an error status, or no answer
 */
record Sample(Instant asked, Instant answered, boolean byHeader, String version, boolean failed) {
    boolean within(Instant from, Instant to) {
        return !asked.isBefore(from) && !answered.isAfter(to);
    }
}
