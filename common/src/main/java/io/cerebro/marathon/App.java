package io.cerebro.marathon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A look at an app.
 *
 * @param definition what Marathon has, its read-only fields removed, so that it can be PUT back
 * @param version of the app; goes backwards after a rollback by Marathon
 * @param lastConfigChangeAt {@code versionInfo.lastConfigChangeAt}; a scale does not move it, so tasks are compared with this
 * @param instances how many are asked for
 * @param deployments ids of the deployments that touch the app
 * @param tasks those that Marathon lists, the dying and the dead that await relaunch included
 * @param unready what the readiness checks of a running deployment have not found ready
 */
public record App(
        AppDefinition definition,
        Instant version,
        Instant lastConfigChangeAt,
        int instances,
        List<String> deployments,
        List<Task> tasks,
        List<Unready> unready,
        Optional<TaskFailure> lastTaskFailure) {
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public App {
        deployments = List.copyOf(deployments);
        tasks = List.copyOf(tasks);
        unready = List.copyOf(unready);
    }

    /** The version as Marathon writes it, always with milliseconds. */
    public String versionText() {
        return VERSION.format(version);
    }

    public AppId id() {
        return definition.id();
    }

    /** Whether a task runs the app's present configuration: started between its last change and its present version. */
    public boolean current(Task task) {
        return task.version()
                .map(started -> !started.isBefore(lastConfigChangeAt) && !started.isAfter(version))
                .orElse(false);
    }

    /** Tasks of the present configuration that run, pass every health check and are ready. */
    public List<Task> serving() {
        int checks = definition.json().path("healthChecks").size();
        return tasks.stream()
                .filter(this::current)
                .filter(task -> task.healthy(checks))
                .filter(task ->
                        unready.stream().noneMatch(found -> found.taskId().equals(task.id())))
                .toList();
    }

    /** Tasks of an earlier configuration that have not ended yet. */
    public List<Task> outdated() {
        return tasks.stream().filter(Task::alive).filter(task -> !current(task)).toList();
    }

    /** No deployment is open, and exactly the wanted instances serve the present configuration. */
    public boolean settled() {
        return deployments.isEmpty()
                && serving().size() == instances
                && outdated().isEmpty();
    }
}
