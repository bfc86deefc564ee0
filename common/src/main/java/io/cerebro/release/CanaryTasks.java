package io.cerebro.release;

import io.cerebro.gate.Finding;
import io.cerebro.gate.Verdict;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.App;
import io.cerebro.marathon.MarathonException;
import io.cerebro.marathon.Task;
import io.cerebro.marathon.TaskFailure;
import io.cerebro.realm.TaskSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of a canary's tasks while it is watched: which of them end by themselves, and which stop answering their health checks.
 * A task whose agent is lost, or that somebody kills, is not the canary's fault.
 *
 * @param lookedAt when Marathon was asked last; it is not asked at every look
 * @param well ids of the tasks that were last seen to serve
 * @param known the failure that Marathon told of at the last look; it tells of the last one only
 * @param failed ids of those that have ended or fallen ill
 * @param forMemory how many of them were killed for their memory
 * @param last the last of them, in words
 * @param suspect whose log is worth reading
 */
record CanaryTasks(
        Optional<Instant> lookedAt,
        Set<String> well,
        Optional<String> known,
        Set<String> failed,
        int forMemory,
        Optional<String> last,
        Optional<Sighting.Suspect> suspect) {
    static final CanaryTasks NONE = new CanaryTasks(
            Optional.empty(), Set.of(), Optional.empty(), Set.of(), 0, Optional.empty(), Optional.empty());

    private static final Duration EVERY = Duration.ofSeconds(10);
    /** By its own doing, or by that of Marathon's health check. */
    private static final Set<String> OWN_FAULT = Set.of("TASK_FAILED", "TASK_ERROR", "TASK_KILLED");

    CanaryTasks {
        well = Set.copyOf(well);
        failed = Set.copyOf(failed);
    }

    /** Marathon may be away: the canary is watched without it. */
    CanaryTasks look(Release release, World world) {
        Instant now = world.now();
        if (lookedAt.filter(last -> now.isBefore(last.plus(EVERY))).isPresent()) {
            return this;
        }
        try {
            return world.marathon()
                    .app(release.service().canary())
                    .map(app -> seen(app, now))
                    .orElse(this);
        } catch (Unreachable | MarathonException away) {
            return new CanaryTasks(Optional.of(now), well, known, failed, forMemory, last, suspect);
        }
    }

    private CanaryTasks seen(App app, Instant now) {
        Set<String> serving = new TreeSet<>();
        app.serving().forEach(task -> serving.add(task.id()));
        Optional<TaskFailure> failure = app.lastTaskFailure();
        Optional<String> key = failure.map(told -> told.taskId() + " " + told.timestamp());
        if (lookedAt.isEmpty()) {
            return new CanaryTasks(Optional.of(now), serving, key, failed, forMemory, last, suspect);
        }
        Optional<TaskFailure> fresh = failure.filter(told -> !key.equals(known))
                .filter(told -> !told.version().isBefore(app.lastConfigChangeAt()))
                .filter(told -> OWN_FAULT.contains(told.state()));
        Optional<Task> ill = app.tasks().stream()
                .filter(task -> well.contains(task.id()) && task.running() && !serving.contains(task.id()))
                .findFirst();
        Set<String> more = new HashSet<>(failed);
        fresh.ifPresent(told -> {
            more.add(told.taskId());
            more.addAll(vanished(app));
        });
        ill.map(Task::id).ifPresent(more::add);
        boolean killed = fresh.filter(KilledForMemory::surely)
                .filter(told -> more.size() > failed.size())
                .isPresent();
        Optional<String> words = fresh.map(told -> Symptoms.words(told, app))
                .or(() -> ill.map(CanaryTasks::illness))
                .or(() -> last);
        Optional<Sighting.Suspect> blamed = fresh.map(told -> new Sighting.Suspect(told.host(), told.taskId()))
                .or(() -> ill.map(task -> new Sighting.Suspect(task.host(), task.id())))
                .or(() -> suspect);
        return new CanaryTasks(Optional.of(now), serving, key, more, killed ? forMemory + 1 : forMemory, words, blamed);
    }

    private Set<String> vanished(App app) {
        Set<String> gone = new HashSet<>(well);
        app.tasks().stream().filter(Task::alive).map(Task::id).forEach(gone::remove);
        return gone;
    }

    private static String illness(Task task) {
        return "a healthy one answers its health check no more"
                + task.health().stream()
                        .flatMap(health -> health.lastFailureCause().stream())
                        .findFirst()
                        .map(cause -> " (" + cause + ")")
                        .orElse("");
    }

    List<String> log(World world) {
        return suspect.map(task -> task.log(world)).orElse(List.of());
    }

    /** None while all are well. */
    List<Finding> findings(TaskSettings settings) {
        if (failed.isEmpty()) {
            return List.of();
        }
        String seen = failed.size() + (failed.size() == 1 ? " task" : " tasks") + " of the canary failed in this stage"
                + last.map(words -> ", last: " + words).orElse("");
        boolean fails = failed.size() >= settings.failures() || forMemory >= settings.killedForMemory();
        return List.of(Finding.of(
                "tasks",
                "failures",
                fails ? Verdict.fail(seen) : Verdict.pass(seen + "; up to " + (settings.failures() - 1) + " may")));
    }
}
