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
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
    private final Patience patience;
    /** So that the log of a task that has just ended does not outlive the clearing. */
    private final ReadWriteLock clearing = new ReentrantReadWriteLock();

    private final DockerWatch watch;
    private final News news = new News();

    DockerRunner(Docker docker, Containers containers, Sandboxes sandboxes, Hands hands, Patience patience) {
        this.containers = containers;
        this.sandboxes = sandboxes;
        this.hands = hands;
        this.patience = patience;
        this.watch = new DockerWatch(docker, containers.filters(), hands, this);
    }

    @Override
    public void listen(Consumer<TaskUpdate> listener) {
        news.listen(listener);
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
        news.tell(task.id(), "TASK_STARTING", "");
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
            if (!news.closed()) {
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
        news.tell(task.id(), "TASK_RUNNING", "");
        if (task.died()) {
            hands.work(() -> end(task));
        } else if (task.missedKill()) {
            stop(task);
        }
    }

    private void refuse(DockerTask task, String message) {
        if (task.refused()) {
            tasks.remove(task.id());
            news.tell(task.id(), task.killed() ? "TASK_KILLED" : "TASK_FAILED", message);
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
                    news.tell(task.id(), "TASK_KILLED", "Killed before it was started");
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
        clearing.readLock().lock();
        try {
            if (lives(task) && task.ends()) {
                conclude(task);
            }
        } catch (RuntimeException e) {
            if (lives(task)) {
                livesOn(task);
            }
            throw e;
        } finally {
            clearing.readLock().unlock();
        }
    }

    private void conclude(DockerTask task) throws IOException, InterruptedException {
        Optional<Ending> ending;
        try {
            ending = containers.ending(task.id());
        } catch (IOException e) {
            livesOn(task);
            hands.after(AGAIN, () -> hands.work(() -> end(task)));
            throw e;
        }
        if (ending.isPresent() && ending.get().running()) {
            livesOn(task);
            return;
        }
        if (ending.isPresent()) {
            keepLog(task.id());
        }
        news.tell(task.ending(ending));
        tasks.remove(task.id(), task);
        containers.remove(Set.of(task.id()));
    }

    private void livesOn(DockerTask task) {
        if (task.livesOn()) {
            stop(task);
        }
    }

    private void keepLog(String taskId) throws InterruptedException {
        try {
            sandboxes.create(taskId);
            containers.copyLog(taskId, sandboxes.file(taskId, Stream.STDOUT), sandboxes.file(taskId, Stream.STDERR));
            sandboxes.ended(taskId);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("tried to keep the log of task {} but {}", taskId, e.getMessage());
        }
    }

    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        Map<String, Launch> known = launches.stream().collect(Collectors.toMap(Launch::taskId, Function.identity()));
        Optional<Map<String, Boolean>> found = found(known.isEmpty());
        return found.isEmpty() ? Set.of() : hands.here(() -> adopt(known, found.get()));
    }

    /** Empty where nothing is known to run in Docker and Docker does not answer. */
    private Optional<Map<String, Boolean>> found(boolean nothingKnown) {
        long deadline = System.nanoTime() + patience.longest().toNanos();
        while (true) {
            try {
                return Optional.of(hands.here(() -> containers.list(patience.question())));
            } catch (UncheckedIOException e) {
                if (nothingKnown) {
                    return Optional.empty();
                }
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    throw new CannotAdopt(
                            "tried to take over the realm's containers but Docker does not answer; its tasks run on;"
                                    + " start Docker and then the realm again (" + e.getMessage() + ")",
                            e);
                }
                LOG.debug("asking Docker again: {}", e.getMessage());
                LockSupport.parkNanos(patience.pause().toNanos());
            }
        }
    }

    private Set<String> adopt(Map<String, Launch> known, Map<String, Boolean> found) {
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
                Hands.attempt(() -> end(task));
            }
        }
        Hands.attempt(() -> removeStrangers(found.keySet()));
        if (!adopted.isEmpty()) {
            Hands.attempt(watch::open);
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
        return hands.here(() -> containers.log(taskId, stream)).orElseGet(() -> sandboxes.read(taskId, stream));
    }

    @Override
    public void clear() {
        List<DockerTask> ended = List.copyOf(tasks.values());
        ended.forEach(DockerTask::forget);
        ended.forEach(task -> task.started().join());
        clearing.writeLock().lock();
        try {
            tasks.clear();
            hands.here(() -> {
                containers.removeAll();
                return true;
            });
        } catch (UncheckedIOException e) {
            complain(e);
        } finally {
            sandboxes.clear();
            clearing.writeLock().unlock();
        }
    }

    /** Without Docker there are no containers to lose sight of. */
    private static void complain(UncheckedIOException e) {
        if (!(e.getCause() instanceof NoDocker)) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        news.close();
        watch.close();
        hands.close();
    }
}
