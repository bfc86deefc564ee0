package io.cerebro.local.marathon;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loop on a thread of its own. */
final class ThreadLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;

    ThreadLoop(Clock clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, Daemons.named("local-marathon"));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        try {
            return thread.submit(work::get).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(503, "interrupted");
        } catch (TimeoutException | RejectedExecutionException e) {
            throw Refusal.of(503, "the local Marathon is busy or stopping");
        }
    }

    @Override
    public void submit(Runnable work) {
        unlessClosed(() -> thread.execute(guarded(work)));
    }

    /** Never too early: a clock may count finer than a timer. */
    @Override
    public void after(Duration delay, Runnable work) {
        unlessClosed(() -> {
            Future<?> unused = thread.schedule(guarded(work), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
        });
    }

    private static void unlessClosed(Runnable handing) {
        try {
            handing.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late: the local Marathon has stopped");
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("The local Marathon stumbled; it goes on", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The local Marathon did not stop within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
