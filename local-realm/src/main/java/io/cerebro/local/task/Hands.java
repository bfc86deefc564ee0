package io.cerebro.local.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that call Docker: those that start containers, which may wait long for an image, and those for the rest. */
final class Hands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ExecutorService starters;
    private final ExecutorService workers;
    private final Semaphore callers = new Semaphore(2);
    private final Timer timer;

    /** Two of each: a laptop does not start twenty containers at once. */
    Hands(Timer timer) {
        this.starters = Executors.newFixedThreadPool(2, named("docker-start"));
        this.workers = Executors.newFixedThreadPool(2, named("docker-work"));
        this.timer = timer;
    }

    /** Something that asks Docker. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return runnable -> {
            Thread thread = new Thread(runnable, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    void start(Runnable start) {
        starters.execute(start);
    }

    /** Once; a failure is only logged. */
    void work(Work work) {
        unlessClosed(() -> workers.execute(() -> attempt(work)));
    }

    /** Until Docker answers: a task that was to be killed must not live on because Docker was busy. */
    void insist(Work work, BooleanSupplier wanted) {
        work(() -> {
            if (wanted.getAsBoolean() && !attempt(work)) {
                after(AGAIN, () -> insist(work, wanted));
            }
        });
    }

    void after(Duration delay, Runnable run) {
        timer.after(delay, run);
    }

    void every(Duration interval, Runnable run) {
        timer.after(interval, () -> {
            run.run();
            every(interval, run);
        });
    }

    /** On the caller's thread, which may be one of a listener; two at a time. */
    <T> T here(Callable<T> question) {
        boolean mine = false;
        try {
            callers.acquire();
            mine = true;
            return question.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for Docker", e));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            callers.release(mine ? 1 : 0);
        }
    }

    /** False if it is worth another try. */
    static boolean attempt(Work work) {
        try {
            work.run();
            return true;
        } catch (IOException e) {
            LOG.warn("{}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (RuntimeException e) {
            LOG.error("looking after a container failed", e);
            return true;
        }
    }

    private static void unlessClosed(Runnable submission) {
        try {
            submission.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("closed: the tasks run on");
        }
    }

    @Override
    public void close() {
        timer.close();
        starters.shutdownNow();
        workers.shutdownNow();
    }
}
