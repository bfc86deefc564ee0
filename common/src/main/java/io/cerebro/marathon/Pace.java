package io.cerebro.marathon;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How an event stream keeps time.
 *
 * @param silence after which the stream is taken for dead; Marathon's heartbeat comes every 10 s
 * @param grace for Marathon to announce the stream, before it is taken as attached all the same
 * @param random from 0 to 1, so that many clients do not come back at once
 */
record Pace(Duration silence, Duration grace, DoubleSupplier random) {
    static final Pace USUAL = new Pace(
            Duration.ofSeconds(25),
            Duration.ofSeconds(2),
            () -> ThreadLocalRandom.current().nextDouble());

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 5;

    /** Between the full and half of 1, 2, 4, 8, 16, 32, 32, ... seconds. */
    Duration delay(int failures) {
        long longest = FIRST.toMillis() << Math.min(failures - 1, DOUBLINGS);
        return Duration.ofMillis(Math.round(longest * (1 - random.getAsDouble() / 2)));
    }
}
