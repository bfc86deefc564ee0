package io.cerebro.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.App;
import io.cerebro.marathon.Task;
import io.cerebro.marathon.TaskFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the looks at an app have shown, in words, and whom to blame.
 *
 * @param up how many tasks of the wanted configuration there were at the last look
 * @param before the failure that Marathon told of before there was anything to see of ours; it stays after recovery
 * @param mixedSince when an earlier configuration was first seen to run on though no deployment is open
 * @param failed ids of tasks of the wanted configuration that have failed
 * @param suspect the task whose log is worth reading
 * @param hopeless why it cannot get better
 * @param says a lower-case phrase with the numbers
 */
record Sighting(
        int up,
        Optional<String> before,
        Optional<Instant> mixedSince,
        Set<String> failed,
        Optional<Suspect> suspect,
        Optional<String> hopeless,
        String says) {
    static final Sighting NONE = new Sighting(
            0,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            "asking Marathon for it");

    private static final Pattern ATTEMPT = Pattern.compile("\\._app\\.(\\d+)$");
    private static final int ATTEMPTS = 3;
    private static final int LOG_LINES = 10;
    /** A new leader takes some seconds to take over the deployments of the old one, and shows none until then. */
    private static final Duration TAKING_OVER = Duration.ofSeconds(30);
    /** Marathon's default for {@code taskKillGracePeriodSeconds}. */
    private static final int GRACE_S = 3;

    /** A task, by what its agent needs to find its log. */
    record Suspect(String host, String taskId) {
        /** What it wrote last; nothing where that cannot be had. */
        List<String> log(World world) {
            return world.log().tail(host, taskId, LOG_LINES);
        }
    }

    Sighting {
        failed = Set.copyOf(failed);
    }

    Sighting saying(String words) {
        return new Sighting(up, before, mixedSince, failed, suspect, hopeless, words);
    }

    Sighting withoutHope(String why) {
        return new Sighting(up, before, mixedSince, failed, suspect, Optional.of(why), why);
    }

    /**
     * The first look, at what may be another configuration.
     *
     * @param same whether it is the wanted configuration at another scale
     */
    Sighting first(Optional<App> app, boolean same) {
        if (before.isPresent()) {
            return this;
        }
        String known = app.flatMap(App::lastTaskFailure).map(Sighting::key).orElse("none");
        int there = same ? app.map(Waiting::there).orElse(0) : 0;
        return new Sighting(there, Optional.of(known), mixedSince, failed, suspect, hopeless, says);
    }

    private static String key(TaskFailure failure) {
        return failure.taskId() + " " + failure.timestamp();
    }

    /**
     * The app, which is of the wanted configuration.
     *
     * @param waiting why instances have no task, where the queue was asked
     */
    Sighting of(App app, Optional<String> waiting, Instant now) {
        Optional<TaskFailure> failure = app.lastTaskFailure()
                .filter(last -> !last.version().isBefore(app.lastConfigChangeAt()))
                .filter(last -> !before.equals(Optional.of(key(last))));
        Set<String> failures = new TreeSet<>(failed);
        failure.ifPresent(last -> failures.add(last.taskId()));
        Optional<Suspect> blamed = failure.map(last -> new Suspect(last.host(), last.taskId()))
                .or(() -> notServing(app).map(task -> new Suspect(task.host(), task.id())));
        Optional<Instant> mixed = mixed(app) ? mixedSince.or(() -> Optional.of(now)) : Optional.empty();
        Optional<String> why = app.settled()
                ? Optional.empty()
                : failure.filter(last -> loops(last, failures.size(), app.instances()))
                        .map(last -> "its tasks keep failing, last " + Symptoms.words(last, app))
                        .or(() -> mixed.filter(since -> !now.isBefore(since.plus(longestEnd(app))))
                                .map(since -> app.outdated().size() + " of an earlier version still running, and no"
                                        + " deployment is open that would end them: one was cancelled by force"));
        String said =
                Symptoms.of(app, failure) + waiting.map(words -> ", " + words).orElse("");
        return new Sighting(Waiting.there(app), before, mixed, failures, blamed, why, said);
    }

    /** Marathon never mends this by itself: what it sees is the right number of tasks, or too many. */
    private static boolean mixed(App app) {
        return app.deployments().isEmpty()
                && app.outdated().stream().anyMatch(task -> !task.state().equals("TASK_KILLING"));
    }

    private static Duration longestEnd(App app) {
        JsonNode grace = app.definition().json().path("taskKillGracePeriodSeconds");
        return TAKING_OVER.plusSeconds(grace.asLong(GRACE_S));
    }

    /** What the suspect wrote last; nothing where it cannot be had. */
    List<String> log(World world) {
        return suspect.map(task -> task.log(world)).orElse(List.of());
    }

    /** A task that failed at its third attempt, or more failures than there are instances, will not get better. */
    private static boolean loops(TaskFailure last, int failures, int instances) {
        Matcher attempt = ATTEMPT.matcher(last.taskId());
        boolean looping = attempt.find() && Integer.parseInt(attempt.group(1)) >= ATTEMPTS;
        return looping || failures >= Math.max(ATTEMPTS, instances);
    }

    private static Optional<Task> notServing(App app) {
        List<Task> serving = app.serving();
        return app.tasks().stream()
                .filter(app::current)
                .filter(task -> !serving.contains(task))
                .findFirst();
    }
}
