package io.cerebro.rehearsal;

import java.time.Instant;

/**
 * One request of the load, as its client saw it.
 *
 * @param asked when it was sent
 * @param answered when the answer was there, or the failure
 * @param byHeader whether it asked for the canary
 * @param version that served it; empty where nothing did
 * @param failure the error status, or why there was no answer; empty if all was well
 */
record Sample(Instant asked, Instant answered, boolean byHeader, String version, String failure) {
    boolean failed() {
        return !failure.isEmpty();
    }

    boolean within(Instant from, Instant to) {
        return !asked.isBefore(from) && !answered.isAfter(to);
    }
}
