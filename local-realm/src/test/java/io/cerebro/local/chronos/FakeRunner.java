package io.cerebro.local.chronos;

import io.cerebro.local.task.Launch;
import io.cerebro.local.task.Runner;
import io.cerebro.local.task.TaskUpdate;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tasks that end when a test says so. */
final class FakeRunner implements Runner {
    final Map<String, Launch> running = new TreeMap<>();
    private Consumer<TaskUpdate> listener = update -> {};

    @Override
    public void listen(Consumer<TaskUpdate> updates) {
        listener = updates;
    }

    @Override
    public void launch(Launch launch) {
        running.put(launch.taskId(), launch);
    }

    /** The one task that runs. */
    Launch only() {
        if (running.size() != 1) {
            throw new AssertionError(running.keySet() + " run, not one task");
        }
        return running.values().iterator().next();
    }

    void ends(String state, String message) {
        String task = only().taskId();
        running.remove(task);
        listener.accept(new TaskUpdate(task, state, message));
    }

    @Override
    public void kill(String taskId, Duration grace) {
        if (running.remove(taskId) != null) {
            new Thread(() -> listener.accept(new TaskUpdate(taskId, "TASK_KILLED", "killed"))).start();
        }
    }

    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        return launches.stream()
                .map(Launch::taskId)
                .filter(running::containsKey)
                .collect(Collectors.toSet());
    }

    @Override
    public byte[] log(String taskId, Stream stream) {
        return new byte[0];
    }

    @Override
    public void clear() {
        running.clear();
    }

    @Override
    public void close() {}
}
