package io.cerebro.local.haproxy;

import io.cerebro.http.Unreachable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what HAProxy is to say; when it says nothing, or nothing that makes sense, that means not yet. */
record Patience(Duration limit) {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long PAUSE_MILLIS = 25;

    /** Whether it came true in time. */
    boolean await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!now(condition)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private static boolean now(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (Unreachable | HaproxyException | IllegalArgumentException e) {
            LOG.debug("not yet", e);
            return false;
        }
    }
}
