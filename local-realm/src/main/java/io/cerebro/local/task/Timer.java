package io.cerebro.local.task;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs things later. */
interface Timer extends AutoCloseable {
    void after(Duration delay, Runnable run);

    /** What was to run later does not. */
    @Override
    void close();

    static Timer real(String name) {
        ScheduledThreadPoolExecutor thread = Hands.timer(name);
        return new Timer() {
            @Override
            public void after(Duration delay, Runnable run) {
                try {
                    thread.schedule(run, delay.toMillis(), TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException e) {
                    // closed
                }
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}
