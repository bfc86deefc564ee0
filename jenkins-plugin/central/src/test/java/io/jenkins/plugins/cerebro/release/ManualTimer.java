package io.jenkins.plugins.cerebro.release;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Jenkins's timer, in which a task runs when a test says so. */
final class ManualTimer extends ScheduledThreadPoolExecutor {
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final Runnable scheduled;

    /** @param scheduled is told of each task */
    ManualTimer(Runnable scheduled) {
        super(0);
        this.scheduled = scheduled;
    }

    /** What waits, without what was cancelled. */
    int waiting() {
        return tasks.size();
    }

    /** Whether one is to run at once. */
    boolean calls() {
        return tasks.stream().anyMatch(task -> task.delay().isZero());
    }

    /** Takes out the one that was scheduled first. */
    Task next() {
        return tasks.remove();
    }

    /** Jenkins has been killed. */
    void forget() {
        tasks.clear();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, Duration.of(delay, unit.toChronoUnit()));
        tasks.add(task);
        scheduled.run();
        return task;
    }

    /** Something to be done later. */
    final class Task extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {
        private final Duration delay;

        private Task(Runnable command, Duration delay) {
            super(command, null);
            this.delay = delay;
        }

        Duration delay() {
            return delay;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            tasks.remove(this);
            return super.cancel(mayInterruptIfRunning);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(delay);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
