package io.cerebro.local.task;

import io.cerebro.local.task.ProcessTable.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks without a container: plain commands, each in a directory and a session of its own, as this JVM's user.
 *
 * <p>{@code mem} is enforced as Mesos does without cgroups: every second the resident memory of all the task's processes is
 * compared with it. {@code cpus}, {@code disk} and {@code user} are not enforced, and a process that leaves both its session
 * and its parents escapes. Each process costs this JVM one of the JDK's small reaper threads, and nothing else of its own. Needs Linux.
 */
final class ProcessRunner implements Runner {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(10);

    private final Sandboxes sandboxes;
    /** Everything happens on its one thread, so nothing else needs a lock. */
    private final Timer thread = Timer.real("processes");

    private final Map<String, ProcessTask> tasks = new HashMap<>();
    private final News news = new News();

    ProcessRunner(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
        later(LOOK, this::look);
    }

    @Override
    public void listen(Consumer<TaskUpdate> listener) {
        news.listen(listener);
    }

    @Override
    public void launch(Launch launch) {
        later(Duration.ZERO, () -> start(launch));
    }

    private void start(Launch launch) throws IOException {
        news.tell(launch.taskId(), "TASK_STARTING", "");
        try {
            Path sandbox = sandboxes.of(launch.taskId());
            PlainCommand command = PlainCommand.of(launch, sandbox);
            sandboxes.create(launch.taskId());
            Process child = PlainProcess.start(sandbox, command);
            ProcessTask task = new ProcessTask(launch, PlainProcess.of(child, sandbox));
            tasks.put(task.id(), task);
            news.tell(task.id(), "TASK_RUNNING", "");
            var unused = child.onExit().thenAccept(ended -> later(Duration.ZERO, () -> exited(task, ended)));
        } catch (Refused e) {
            news.tell(launch.taskId(), "TASK_FAILED", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            news.tell(launch.taskId(), "TASK_FAILED", "Failed to start the command: " + e.getMessage());
            sandboxes.ended(launch.taskId());
        }
    }

    private void exited(ProcessTask task, Process child) throws IOException, InterruptedException {
        task.childExited(child.exitValue());
        end(task, ProcessTable.read());
    }

    @Override
    public void kill(String taskId, Duration grace) {
        later(Duration.ZERO, () -> {
            ProcessTask task = tasks.get(taskId);
            if (task == null || task.killed()) {
                return;
            }
            task.kill();
            later(grace, () -> {
                task.force();
                task.process().signal("KILL", ProcessTable.read());
            });
            if (!grace.isZero()) {
                task.process().signal("TERM", ProcessTable.read());
            }
        });
    }

    private void look() throws IOException, InterruptedException {
        later(LOOK, this::look);
        if (tasks.isEmpty()) {
            return;
        }
        ProcessTable table = ProcessTable.read();
        for (ProcessTask task : List.copyOf(tasks.values())) {
            attempt(task.id(), () -> look(task, table));
        }
    }

    private void look(ProcessTask task, ProcessTable table) throws IOException, InterruptedException {
        if (table.alive(task.process().pid(), task.process().startTicks())) {
            limit(task, table);
        } else {
            end(task, table);
        }
    }

    private void limit(ProcessTask task, ProcessTable table) throws IOException, InterruptedException {
        List<Entry> members = table.members(task.process().pid());
        Resources resources = Resources.of(task.launch().definition());
        long used = table.residentBytes(members);
        if (resources.mem() > 0 && used > resources.memoryBytes()) {
            task.exceeds(resources.exceededBy(used));
        }
        if (task.forced()) {
            task.process().signal("KILL", table);
        }
        for (Stream stream : Stream.values()) {
            sandboxes.shorten(task.id(), stream);
        }
    }

    private void end(ProcessTask task, ProcessTable table) throws InterruptedException {
        if (!tasks.remove(task.id(), task)) {
            return;
        }
        try {
            attempt(task.id(), () -> task.process().signal("KILL", table));
            attempt(task.id(), () -> sandboxes.ended(task.id()));
        } finally {
            news.tell(task.ending());
        }
    }

    @Override
    public Set<String> adopt(Collection<Launch> launches) {
        Map<String, Launch> known = launches.stream().collect(Collectors.toMap(Launch::taskId, Function.identity()));
        return now(() -> {
            Set<String> adopted = new HashSet<>();
            ProcessTable table = ProcessTable.read();
            for (PlainProcess process : recorded()) {
                Launch launch = known.get(process.taskId());
                if (launch == null) {
                    attempt(process.taskId(), () -> process.signal("KILL", table));
                    attempt(process.taskId(), () -> sandboxes.ended(process.taskId()));
                } else if (takeOver(new ProcessTask(launch, process), table)) {
                    adopted.add(process.taskId());
                }
            }
            return adopted;
        });
    }

    private boolean takeOver(ProcessTask task, ProcessTable table) throws InterruptedException {
        tasks.put(task.id(), task);
        boolean alive = task.process().alive();
        if (!alive) {
            end(task, table);
        }
        return alive;
    }

    /** Those that were started since the machine was, dead or alive. */
    private List<PlainProcess> recorded() throws InterruptedException {
        List<PlainProcess> recorded = new ArrayList<>();
        for (String taskId : sandboxes.open()) {
            attempt(taskId, () -> PlainProcess.in(sandboxes.of(taskId)).ifPresent(recorded::add));
        }
        return recorded;
    }

    @Override
    public byte[] log(String taskId, Stream stream) {
        return sandboxes.read(taskId, stream);
    }

    @Override
    public void clear() {
        now(() -> {
            tasks.clear();
            long deadline = System.nanoTime() + LONGEST_DEATH.toNanos();
            List<PlainProcess> alive = recorded();
            while (!alive.isEmpty() && System.nanoTime() < deadline) {
                ProcessTable table = ProcessTable.read();
                for (PlainProcess process : alive) {
                    attempt(process.taskId(), () -> process.signal("KILL", table));
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                alive = alive.stream().filter(PlainProcess::alive).toList();
            }
            sandboxes.clear();
            return alive;
        });
    }

    /** One task's trouble, such as a full disk, is not the others'. */
    private static void attempt(String taskId, Hands.Work work) throws InterruptedException {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("tried to look after task {} but {}", taskId, e.toString());
        }
    }

    private void later(Duration delay, Hands.Work work) {
        thread.after(delay, () -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException("tried to look after a process but " + e.getMessage(), e);
            }
        });
    }

    private <T> T now(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        thread.after(Duration.ZERO, () -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(LONGEST_WORK.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        news.close();
        thread.close();
    }
}
