package io.cerebro.local.task;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs things later, one at a time. */
interface Timer extends AutoCloseable {
    void after(Duration delay, Runnable run);

    /** What was to run later does not. */
    @Override
    void close();

    static Timer real(String name) {
        return new Real(name);
    }

    /** On one thread. */
    final class Real implements Timer {
        private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

        private final ScheduledThreadPoolExecutor thread;

        private Real(String name) {
            thread = new ScheduledThreadPoolExecutor(1, Hands.named(name));
            thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }

        @Override
        public void after(Duration delay, Runnable run) {
            try {
                var unused = thread.schedule(() -> attempt(run), delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed: nothing is run later");
            }
        }

        private static void attempt(Runnable run) {
            try {
                run.run();
            } catch (RuntimeException e) {
                LOG.error("what was to be done later failed", e);
            }
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
