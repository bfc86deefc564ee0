package io.cerebro.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until it is so; a Marathon of others takes its time. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    static void see(BooleanSupplier sight, String what) {
        if (!within(PATIENCE, sight)) {
            throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
        }
    }

    static boolean within(Duration patience, BooleanSupplier sight) {
        Instant deadline = Instant.now().plus(patience);
        while (!sight.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return true;
    }
}
