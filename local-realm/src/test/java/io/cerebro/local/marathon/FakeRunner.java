package io.cerebro.local.marathon;

import io.cerebro.local.task.CannotAdopt;
import io.cerebro.local.task.Launch;
import io.cerebro.local.task.Runner;
import io.cerebro.local.task.TaskUpdate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Runs tasks in memory, timed like the agents of the recording: starting after 0.3 s, running after 1 s, dead 0.7 s after a kill.
 *
 * <p>The image and the labels say what else becomes of a task: {@code crash} in the image's name, {@code hang},
 * {@code SIM_FAIL_AFTER_MS}, {@code SIM_MSG}, {@code SIM_KILL_MS}.
 */
final class FakeRunner implements Runner {
    private final Map<String, Launch> running = new ConcurrentSkipListMap<>();
    private final Map<String, String> logs = new ConcurrentHashMap<>();
    final List<String> kills = new CopyOnWriteArrayList<>();
    private final Loop time;
    private boolean answering = true;
    private Runnable clearing = () -> {};
    private Consumer<TaskUpdate> listener = update -> {};

    FakeRunner(Loop time) {
        this.time = time;
    }

    @Override
    public void listen(Consumer<TaskUpdate> updates) {
        this.listener = updates;
    }

    @Override
    public void launch(Launch launch) {
        String image = launch.definition().image().orElse("");
        running.put(launch.taskId(), launch);
        later(300, launch, "TASK_STARTING", "");
        if (image.contains("crash")) {
            later(1000, launch, "TASK_FAILED", "Container exited with status 1");
        } else if (!image.contains("hang")) {
            later(1000, launch, "TASK_RUNNING", "");
            launch.definition()
                    .label("SIM_FAIL_AFTER_MS")
                    .ifPresent(ms -> later(
                            1000 + Long.parseLong(ms),
                            launch,
                            "TASK_FAILED",
                            launch.definition().label("SIM_MSG").orElse("Container exited with status 1")));
        }
    }

    private void later(long millis, Launch launch, String state, String message) {
        time.after(Duration.ofMillis(millis), () -> become(launch.taskId(), state, message));
    }

    /** What a test wants to happen now. */
    void become(String taskId, String state, String message) {
        if (!running.containsKey(taskId)) {
            return;
        }
        if (Set.of("TASK_FAILED", "TASK_KILLED", "TASK_FINISHED").contains(state)) {
            running.remove(taskId);
        }
        listener.accept(new TaskUpdate(taskId, state, message));
    }

    @Override
    public void kill(String taskId, Duration grace) {
        kills.add(taskId);
        Launch launch = running.get(taskId);
        if (launch != null) {
            long millis = launch.definition()
                    .label("SIM_KILL_MS")
                    .map(Long::parseLong)
                    .orElse(700L);
            later(millis, launch, "TASK_KILLED", "Container exited with status 143");
        }
    }

    /** What happens meanwhile. */
    void whenClearing(Runnable meanwhile) {
        clearing = meanwhile;
    }

    /** As if Docker did not answer when a realm starts. */
    void answers(boolean answers) {
        answering = answers;
    }

    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        if (!answering) {
            throw new CannotAdopt("Docker does not answer", new IOException("no answer"));
        }
        Set<String> known = new TreeSet<>();
        launches.forEach(launch -> known.add(launch.taskId()));
        running.keySet().retainAll(known);
        return Set.copyOf(running.keySet());
    }

    /** As if the machine had lost it while nobody looked. */
    void lose(String taskId) {
        running.remove(taskId);
    }

    Set<String> running() {
        return Set.copyOf(running.keySet());
    }

    void wrote(String taskId, String text) {
        logs.put(taskId, text);
    }

    @Override
    public byte[] log(String taskId, Stream stream) {
        return stream == Stream.STDOUT ? logs.getOrDefault(taskId, "").getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    @Override
    public void clear() {
        clearing.run();
        running.clear();
    }

    @Override
    public void close() {}
}
