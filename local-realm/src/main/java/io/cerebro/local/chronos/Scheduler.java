package io.cerebro.local.chronos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.marathon.Neighbour;
import io.cerebro.local.task.Runner;
import io.cerebro.local.task.Runner.Stream;
import io.cerebro.local.task.TaskUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Begins what is due and counts what ends, as Chronos does. Time passes with {@link #tick}. Thread-safe. */
final class Scheduler implements Neighbour {
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int KEPT = 50;

    private final Runner runner;
    private final Room room;
    private final String host;
    private final Clock clock;
    private final Consumer<ObjectNode> keep;
    private final Jobs jobs = new Jobs();
    private final Deque<TaskId> queue = new ArrayDeque<>();
    private final Map<TaskId, Instant> retries = new LinkedHashMap<>();
    private final Map<String, JobTask> running = new LinkedHashMap<>();
    private final Deque<JobTask> ended = new ArrayDeque<>();
    private final Map<String, Set<String>> met = new TreeMap<>();

    /** @param keep is given the state after each change */
    Scheduler(Runner runner, Room room, String host, Clock clock, Consumer<ObjectNode> keep) {
        this.runner = runner;
        this.room = room;
        this.host = host;
        this.clock = clock;
        this.keep = keep;
    }

    /** Goes on from a state of before, and takes over the tasks that still run. */
    void resume(Optional<JsonNode> saved) {
        runner.listen(this::update);
        saved.ifPresent(this::restore);
        Set<String> alive =
                runner.adopt(taken().stream().map(task -> task.launch(host)).toList());
        for (JobTask task : taken()) {
            if (alive.contains(task.id.local())) {
                room.take(
                        task.id.local(),
                        task.job.path("cpus").asDouble(),
                        task.job.path("mem").asDouble());
            } else {
                update(new TaskUpdate(task.id.local(), "TASK_LOST", "The task ended while the local Chronos was down"));
            }
        }
    }

    private synchronized List<JobTask> taken() {
        return List.copyOf(running.values());
    }

    private synchronized void restore(JsonNode saved) {
        jobs.restore(saved.path("jobs"));
        saved.path("queue").forEach(id -> queue.add(TaskId.local(id.asText())));
        saved.path("retries")
                .properties()
                .forEach(retry -> retries.put(
                        TaskId.local(retry.getKey()),
                        Instant.parse(retry.getValue().asText())));
        saved.path("running").forEach(task -> {
            JobTask restored = new JobTask(
                    TaskId.local(task.path("id").asText()),
                    (ObjectNode) task.path("job"),
                    Instant.parse(task.path("began").asText()));
            restored.state = "TASK_RUNNING";
            running.put(restored.id.local(), restored);
        });
        saved.path("met").properties().forEach(child -> {
            Set<String> parents = new HashSet<>();
            child.getValue().forEach(parent -> parents.add(parent.asText()));
            met.put(child.getKey(), parents);
        });
    }

    private void save() {
        ObjectNode state = Json.object();
        ArrayNode all = state.putArray("jobs");
        jobs.all().forEach(all::add);
        ArrayNode waiting = state.putArray("queue");
        queue.forEach(id -> waiting.add(id.local()));
        ObjectNode again = state.putObject("retries");
        retries.forEach((id, due) -> again.put(id.local(), due.toString()));
        ArrayNode tasks = state.putArray("running");
        running.values().forEach(task -> {
            ObjectNode json = tasks.addObject().put("id", task.id.local()).put("began", task.began.toString());
            json.set("job", task.job);
        });
        ObjectNode parents = state.putObject("met");
        met.forEach((child, done) -> done.forEach(parents.putArray(child)::add));
        keep.accept(state);
    }

    /** Begins what is due by now. */
    synchronized void tick() {
        Instant now = clock.instant();
        List<String> due = jobs.due(now);
        due.forEach(job -> enqueue(job, 0));
        Iterator<Map.Entry<TaskId, Instant>> again = retries.entrySet().iterator();
        while (again.hasNext()) {
            Map.Entry<TaskId, Instant> retry = again.next();
            if (!retry.getValue().isAfter(now)) {
                again.remove();
                queue.add(retry.getKey());
            }
        }
        if (launch() || !due.isEmpty()) {
            save();
        }
    }

    private void enqueue(String job, int attempt) {
        TaskId id = TaskId.of(clock.instant(), attempt, job);
        while (queue.contains(id) || running.containsKey(id.local())) {
            id = new TaskId(id.due() + 1, attempt, job);
        }
        queue.add(id);
    }

    /** What finds no room stays in the queue; what may not run beside another run of its job is dropped. */
    private boolean launch() {
        boolean changed = false;
        for (TaskId id : List.copyOf(queue)) {
            Optional<ObjectNode> job =
                    jobs.find(id.job()).filter(there -> !there.path("disabled").asBoolean());
            if (job.isEmpty()
                    || (count(id.job()) > 0 && !job.get().path("concurrent").asBoolean())) {
                changed |= queue.remove(id);
            } else if (room.take(
                    id.local(),
                    job.get().path("cpus").asDouble(),
                    job.get().path("mem").asDouble())) {
                changed |= queue.remove(id);
                JobTask task = new JobTask(id, job.get(), clock.instant());
                running.put(id.local(), task);
                runner.launch(task.launch(host));
            }
        }
        return changed;
    }

    private long count(String job) {
        return running.values().stream()
                .filter(task -> task.id.job().equals(job))
                .count();
    }

    private synchronized void update(TaskUpdate update) {
        JobTask task = running.get(update.taskId());
        if (task == null) {
            return;
        }
        task.state = update.state();
        if (Set.of("TASK_FINISHED", "TASK_FAILED", "TASK_KILLED", "TASK_LOST").contains(update.state())) {
            task.message = update.message();
            end(task);
            launch();
            save();
        }
    }

    private void end(JobTask task) {
        running.remove(task.id.local());
        room.giveBack(task.id.local());
        ended.addFirst(task);
        while (ended.size() > KEPT) {
            ended.removeLast();
        }
        jobs.find(task.id.job()).ifPresent(job -> {
            Instant now = clock.instant();
            if (task.state.equals("TASK_FINISHED")) {
                jobs.ended(job, true, now);
                dependents(task.id.job());
            } else if (task.state.equals("TASK_FAILED") && Jobs.retries(job, task.id.attempt())) {
                Instant due = now.plus(RETRY);
                retries.put(TaskId.of(due, task.id.attempt() + 1, task.id.job()), due);
            } else if (task.state.equals("TASK_FAILED")) {
                jobs.ended(job, false, now);
                if (job.path("softError").asBoolean()) {
                    dependents(task.id.job());
                }
            }
        });
    }

    private void dependents(String parent) {
        for (ObjectNode child : jobs.children(parent)) {
            String name = child.path("name").asText();
            Set<String> done = met.computeIfAbsent(name, absent -> new HashSet<>());
            done.add(parent);
            boolean all = child.path("parents").valueStream().allMatch(each -> done.contains(each.asText()));
            if (all && !child.path("disabled").asBoolean()) {
                met.remove(name);
                enqueue(name, 0);
            }
        }
    }

    synchronized ArrayNode list() {
        ArrayNode list = Json.array();
        jobs.all().forEach(job -> list.add(job.deepCopy()));
        return list;
    }

    synchronized ObjectNode job(String name) {
        return jobs.get(name).deepCopy();
    }

    synchronized void put(JsonNode job) {
        jobs.put(job);
        tick();
        save();
    }

    synchronized void run(String name) {
        jobs.get(name);
        enqueue(name, 0);
        launch();
        save();
    }

    synchronized void remove(String name) {
        kill(name);
        jobs.remove(name);
        met.remove(name);
        queue.removeIf(id -> id.job().equals(name));
        retries.keySet().removeIf(id -> id.job().equals(name));
        save();
    }

    synchronized void kill(String name) {
        jobs.get(name);
        running.values().stream()
                .filter(task -> task.id.job().equals(name))
                .forEach(task -> runner.kill(task.id.local(), GRACE));
    }

    /** {@code node,orders-report,success,idle}, and {@code link,parent,child}. */
    synchronized String csv() {
        StringBuilder csv = new StringBuilder();
        for (ObjectNode job : jobs.all()) {
            String name = job.path("name").asText();
            csv.append("node,")
                    .append(name)
                    .append(',')
                    .append(last(job))
                    .append(',')
                    .append(state(name))
                    .append('\n');
        }
        for (ObjectNode job : jobs.all()) {
            job.path("parents")
                    .forEach(parent -> csv.append("link,")
                            .append(parent.asText())
                            .append(',')
                            .append(job.path("name").asText())
                            .append('\n'));
        }
        return csv.toString();
    }

    private static String last(ObjectNode job) {
        String success = job.path("lastSuccess").asText();
        String error = job.path("lastError").asText();
        if (success.isEmpty() && error.isEmpty()) {
            return "fresh";
        }
        boolean well =
                error.isEmpty() || (!success.isEmpty() && Instant.parse(success).isAfter(Instant.parse(error)));
        return well ? "success" : "failure";
    }

    private String state(String name) {
        long count = count(name);
        if (count > 0) {
            return count + " running";
        }
        return queue.stream().anyMatch(id -> id.job().equals(name)) ? "queued" : "idle";
    }

    @Override
    public synchronized List<Neighbour.Task> tasks() {
        List<Neighbour.Task> tasks = new ArrayList<>();
        running.values().forEach(task -> tasks.add(shown(task, false)));
        ended.forEach(task -> tasks.add(shown(task, true)));
        return tasks;
    }

    private static Neighbour.Task shown(JobTask task, boolean over) {
        return new Neighbour.Task(task.id.chronos(), "ChronosTask:" + task.id.job(), task.state, over, task.began);
    }

    /** A Mesos executor writes of its command's end, too. */
    @Override
    public byte[] log(String taskId, Stream stream) {
        Optional<JobTask> task = task(taskId);
        byte[] wrote = task.map(known -> runner.log(known.id.local(), stream)).orElse(new byte[0]);
        String message = task.map(known -> known.message).orElse("");
        if (stream == Stream.STDOUT || message.isEmpty()) {
            return wrote;
        }
        byte[] last = (message + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(wrote, wrote.length + last.length);
        System.arraycopy(last, 0, both, wrote.length, last.length);
        return both;
    }

    private synchronized Optional<JobTask> task(String taskId) {
        List<JobTask> all = new ArrayList<>(running.values());
        all.addAll(ended);
        return all.stream().filter(task -> task.id.chronos().equals(taskId)).findFirst();
    }

    synchronized void clear() {
        running.keySet().forEach(room::giveBack);
        running.clear();
        queue.clear();
        retries.clear();
        ended.clear();
        met.clear();
        jobs.clear();
        save();
    }
}
