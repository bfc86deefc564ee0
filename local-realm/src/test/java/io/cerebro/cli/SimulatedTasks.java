package io.cerebro.cli;

import io.cerebro.local.task.Checks;
import io.cerebro.local.task.Launch;
import io.cerebro.local.task.Runner;
import io.cerebro.local.task.TaskUpdate;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tasks without processes, for a realm of thousands: each runs half a second after its launch. */
final class SimulatedTasks implements Runner {
    private static final long START_MS = 500;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulated tasks");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Consumer<TaskUpdate> listener = update -> {};

    @Override
    public void listen(Consumer<TaskUpdate> updates) {
        listener = updates;
    }

    @Override
    public void launch(Launch launch) {
        tell(launch.taskId(), "TASK_RUNNING", START_MS);
    }

    @Override
    public void kill(String taskId, Duration grace) {
        tell(taskId, "TASK_KILLED", 0);
    }

    private void tell(String taskId, String state, long delay) {
        Object unused =
                timer.schedule(() -> listener.accept(new TaskUpdate(taskId, state, "")), delay, TimeUnit.MILLISECONDS);
    }

    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        return Set.of();
    }

    @Override
    public byte[] log(String taskId, Stream stream) {
        return new byte[0];
    }

    @Override
    public void clear() {}

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** None of them is checked. */
    static final class Unchecked implements Checks {
        @Override
        public void listen(Listener listener) {}

        @Override
        public void watch(Launch launch) {}

        @Override
        public void forget(String taskId) {}

        @Override
        public void close() {}
    }
}
