package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.Task;
import io.cerebro.marathon.TaskFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the looks at an app have shown, in words, and whom to blame.
 *
 * @param before the failure that Marathon told of before there was anything to see of ours; it stays after recovery
 * @param failed ids of tasks of the wanted configuration that have failed
 * @param suspect the task whose log is worth reading
 * @param hopeless why it cannot get better
 * @param says a lower-case phrase with the numbers
 */
record Sighting(
        Optional<String> before,
        Set<String> failed,
        Optional<Suspect> suspect,
        Optional<String> hopeless,
        String says) {
    static final Sighting NONE =
            new Sighting(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), "asking Marathon for it");

    private static final Pattern ATTEMPT = Pattern.compile("\\._app\\.(\\d+)$");
    private static final int ATTEMPTS = 3;
    private static final int LOG_LINES = 10;

    /** A task, by what its agent needs to find its log. */
    record Suspect(String host, String taskId) {}

    Sighting {
        failed = Set.copyOf(failed);
    }

    Sighting saying(String words) {
        return new Sighting(before, failed, suspect, hopeless, words);
    }

    Sighting withoutHope(String why) {
        return new Sighting(before, failed, suspect, Optional.of(why), why);
    }

    /** The first look, at what may be another configuration. */
    Sighting first(Optional<App> app) {
        if (before.isPresent()) {
            return this;
        }
        String known = app.flatMap(App::lastTaskFailure).map(Sighting::key).orElse("none");
        return new Sighting(Optional.of(known), failed, suspect, hopeless, says);
    }

    private static String key(TaskFailure failure) {
        return failure.taskId() + " " + failure.timestamp();
    }

    /**
     * The app, which is of the wanted configuration.
     *
     * @param waiting why instances have no task, where the queue was asked
     */
    Sighting of(App app, Optional<String> waiting) {
        Optional<TaskFailure> failure = app.lastTaskFailure()
                .filter(last -> !last.version().isBefore(app.lastConfigChangeAt()))
                .filter(last -> !before.equals(Optional.of(key(last))));
        Set<String> failures = new TreeSet<>(failed);
        failure.ifPresent(last -> failures.add(last.taskId()));
        Optional<Suspect> blamed = failure.map(last -> new Suspect(last.host(), last.taskId()))
                .or(() -> notServing(app).map(task -> new Suspect(task.host(), task.id())));
        Optional<String> why = app.settled()
                ? Optional.empty()
                : failure.filter(last -> loops(last, failures.size(), app.instances()))
                        .map(last -> "its tasks keep failing, last " + words(last));
        String said =
                describe(app, failure) + waiting.map(words -> ", " + words).orElse("");
        return new Sighting(before, failures, blamed, why, said);
    }

    /** What the suspect wrote last; nothing where it cannot be had. */
    List<String> log(World world) {
        return suspect.map(task -> world.log().tail(task.host(), task.taskId(), LOG_LINES))
                .orElse(List.of());
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

    private static String describe(App app, Optional<TaskFailure> failure) {
        StringBuilder said = new StringBuilder(app.serving().size() + " of " + app.instances() + " instances healthy");
        int outdated = app.outdated().size();
        if (outdated > 0) {
            said.append(", ").append(outdated).append(" of an earlier version still running");
            if (app.deployments().isEmpty()) {
                said.append(" though no deployment is open (was one cancelled by force?)");
            }
        }
        unhealthy(app).ifPresent(cause -> said.append(", health check: ").append(cause));
        failure.filter(last -> !app.settled())
                .ifPresent(last -> said.append(", last failure: ").append(words(last)));
        return said.toString();
    }

    private static Optional<String> unhealthy(App app) {
        return app.tasks().stream()
                .filter(app::current)
                .flatMap(task -> task.health().stream())
                .filter(health -> !health.alive())
                .flatMap(health -> health.lastFailureCause().stream())
                .findFirst();
    }

    private static String words(TaskFailure failure) {
        String message = failure.message().strip();
        return failure.state() + (message.isEmpty() ? "" : " (" + message + ")");
    }
}
