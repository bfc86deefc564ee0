package io.cerebro.local.haproxy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that a real process does in its own time. */
final class Eventually {
    private Eventually() {}

    static void check(String what, Callable<Boolean> condition) throws Exception {
        check(what, Duration.ofSeconds(15), condition);
    }

    static void check(String what, Duration patience, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
