package io.cerebro.local.task;

import io.cerebro.local.task.Containers.Ending;
import io.cerebro.local.task.Docker.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks as Docker containers, with the definition's cpus and mem as hard limits.
 *
 * <p>Two containers are started and two looked after at a time, however many are asked for.
 */
final class DockerRunner implements Runner, DockerWatch.Deaths {
    private static final Logger LOG = LoggerFactory.getLogger(DockerRunner.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Containers containers;
    private final Sandboxes sandboxes;
    private final Map<String, DockerTask> tasks = new ConcurrentHashMap<>();
    private final Hands hands;
    private final DockerWatch watch;
    private volatile Consumer<TaskUpdate> listener = update -> {};
    private volatile boolean closed;

    DockerRunner(Docker docker, Containers containers, Sandboxes sandboxes, Hands hands) {
        this.containers = containers;
        this.sandboxes = sandboxes;
        this.hands = hands;
        this.watch = new DockerWatch(docker, containers.filters(), hands, this);
    }

    @Override
    public void listen(Consumer<TaskUpdate> listener) {
        this.listener = listener;
    }

    @Override
    public void launch(Launch launch) {
        DockerTask task = new DockerTask(launch);
        tasks.put(launch.taskId(), task);
        hands.start(() -> start(task));
    }

    private void start(DockerTask task) {
        if (!task.starts()) {
            return;
        }
        tell(task, "TASK_STARTING", "");
        try {
            watch.open();
            Answer answer = containers.start(task.launch());
            if (answer.failed()) {
                refuse(task, answer.lastLine());
                removeLater(task);
            } else {
                started(task);
            }
        } catch (IOException | Refused e) {
            refuse(task, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            if (!closed) {
                refuse(task, "Killed while it was being started");
                removeLater(task);
            }
        } finally {
            task.started().complete(true);
        }
    }

    private void started(DockerTask task) {
        if (!task.runs()) {
            removeLater(task);
            return;
        }
        tell(task, "TASK_RUNNING", "");
        if (task.died()) {
            hands.work(() -> end(task));
        } else if (task.killed()) {
            stop(task);
        }
    }

    private void refuse(DockerTask task, String message) {
        if (task.refused()) {
            tasks.remove(task.id());
            tell(task, task.killed() ? "TASK_KILLED" : "TASK_FAILED", message);
        }
    }

    private void removeLater(DockerTask task) {
        hands.work(() -> containers.remove(Set.of(task.id())));
    }

    @Override
    public void kill(String taskId, Duration grace) {
        DockerTask task = tasks.get(taskId);
        if (task == null) {
            return;
        }
        switch (task.kill(grace)) {
            case FORGET ->
                hands.work(() -> {
                    tasks.remove(taskId);
                    tell(task, "TASK_KILLED", "Killed before it was started");
                });
            case STOP -> stop(task);
            case NOTHING -> {}
        }
    }

    private void stop(DockerTask task) {
        hands.insist(
                () -> {
                    containers.stop(task.id());
                    hands.after(task.grace(), () -> kill(task));
                },
                () -> lives(task));
    }

    private void kill(DockerTask task) {
        hands.insist(() -> containers.signal(task.id(), "SIGKILL"), () -> lives(task));
    }

    private boolean lives(DockerTask task) {
        return tasks.get(task.id()) == task;
    }

    @Override
    public void died(String taskId) {
        DockerTask task = tasks.get(taskId);
        if (task != null) {
            task.dies();
            hands.work(() -> end(task));
        }
    }

    @Override
    public void sweep() {
        hands.work(() -> {
            Map<String, Boolean> alive = containers.list();
            for (DockerTask task : tasks.values()) {
                if (!alive.getOrDefault(task.id(), false)) {
                    end(task);
                }
            }
            removeStrangers(alive.keySet());
        });
    }

    private void end(DockerTask task) throws IOException, InterruptedException {
        if (!task.ends()) {
            return;
        }
        Optional<Ending> ending;
        try {
            ending = containers.ending(task.id());
        } catch (IOException e) {
            task.livesOn();
            hands.after(AGAIN, () -> hands.work(() -> end(task)));
            throw e;
        }
        if (ending.isPresent() && ending.get().running()) {
            task.livesOn();
            return;
        }
        if (ending.isPresent()) {
            keepLog(task.id());
        }
        tell(task, state(task, ending), message(task, ending));
        containers.remove(Set.of(task.id()));
        tasks.remove(task.id(), task);
    }

    private void keepLog(String taskId) throws InterruptedException {
        try {
            sandboxes.create(taskId);
            containers.copyLog(taskId, sandboxes.file(taskId, Stream.STDOUT), sandboxes.file(taskId, Stream.STDERR));
            sandboxes.ended(taskId);
        } catch (IOException e) {
            LOG.warn("tried to keep the log of task {} but {}", taskId, e.getMessage());
        }
    }

    private static String state(DockerTask task, Optional<Ending> ending) {
        if (task.killed()) {
            return "TASK_KILLED";
        }
        return ending.isPresent() && ending.get().exitCode() == 0 ? "TASK_FINISHED" : "TASK_FAILED";
    }

    private static String message(DockerTask task, Optional<Ending> ending) {
        if (ending.isEmpty()) {
            return "Container was removed by somebody else";
        }
        if (ending.get().outOfMemory() && ending.get().exitCode() != 0 && !task.killed()) {
            Resources resources = Resources.of(task.launch().definition());
            return resources.exceededBy(resources.memoryBytes());
        }
        return "Container exited with status " + ending.get().exitCode();
    }

    private void tell(DockerTask task, String state, String message) {
        if (closed) {
            return;
        }
        try {
            listener.accept(new TaskUpdate(task.id(), state, message));
        } catch (RuntimeException e) {
            LOG.error("nobody took the news that task {} is {}", task.id(), state, e);
        }
    }

    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        Map<String, Launch> known = launches.stream().collect(Collectors.toMap(Launch::taskId, Function.identity()));
        try {
            return hands.ask(() -> adoptFound(known));
        } catch (UncheckedIOException e) {
            LOG.warn("no container is taken over: {}", e.getMessage());
            return Set.of();
        }
    }

    private Set<String> adoptFound(Map<String, Launch> known) throws IOException, InterruptedException {
        Map<String, Boolean> found = containers.list();
        Set<String> adopted = new HashSet<>();
        for (Map.Entry<String, Boolean> container : found.entrySet()) {
            Launch launch = known.get(container.getKey());
            if (launch == null) {
                continue;
            }
            DockerTask task = DockerTask.adopted(launch);
            tasks.put(task.id(), task);
            if (container.getValue()) {
                adopted.add(task.id());
            } else {
                end(task);
            }
        }
        removeStrangers(found.keySet());
        if (!adopted.isEmpty()) {
            watch.open();
        }
        return adopted;
    }

    private void removeStrangers(Set<String> found) throws IOException, InterruptedException {
        containers.remove(
                found.stream().filter(task -> !tasks.containsKey(task)).toList());
    }

    @Override
    public byte[] log(String taskId, Stream stream) {
        if (sandboxes.has(taskId, stream) || !tasks.containsKey(taskId)) {
            return sandboxes.read(taskId, stream);
        }
        return hands.ask(() -> containers.log(taskId, stream));
    }

    @Override
    public void clear() {
        List<DockerTask> ended = List.copyOf(tasks.values());
        ended.forEach(DockerTask::forget);
        ended.forEach(task -> task.started().join());
        tasks.clear();
        try {
            hands.ask(() -> {
                containers.removeAll();
                return true;
            });
            sandboxes.clear();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.close();
        hands.close();
    }
}
