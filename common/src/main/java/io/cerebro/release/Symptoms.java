package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.TaskFailure;
import java.util.Optional;

/** What an app on its way up shows, in words. */
final class Symptoms {
    private Symptoms() {}

    /**
     * {@code 1 of 3 instances healthy, health check: 503, last failure: TASK_FAILED (exited with status 1)}.
     *
     * @param failure of the present configuration
     */
    static String of(App app, Optional<TaskFailure> failure) {
        StringBuilder said = new StringBuilder(app.serving().size() + " of " + app.instances() + " instances healthy");
        int outdated = app.outdated().size();
        if (outdated > 0) {
            said.append(", ").append(outdated).append(" of an earlier version still running");
            if (app.deployments().isEmpty()) {
                said.append(" though no deployment is open (was one cancelled by force?)");
            }
        }
        unhealthy(app).ifPresent(cause -> said.append(", health check: ").append(cause));
        unready(app).ifPresent(cause -> said.append(", ").append(cause));
        failure.filter(last -> !app.settled())
                .ifPresent(last -> said.append(", last failure: ").append(words(last, app)));
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

    /** {@code 2 not ready by 'warm', which answers 503}. */
    private static Optional<String> unready(App app) {
        return app.unready().stream()
                .findFirst()
                .map(first -> app.unready().size() + " not ready by '" + first.check() + "'"
                        + first.lastResponse()
                                .map(answer -> ", which answers " + answer)
                                .orElse(""));
    }

    /** Of Mesos's statistics below its first line nothing is repeated. */
    static String words(TaskFailure failure, App app) {
        String message =
                failure.message().strip().lines().findFirst().orElse("").strip();
        return failure.state()
                + (message.isEmpty() ? "" : " (" + message + ")")
                + KilledForMemory.hint(failure, app)
                + FailedPull.hint(failure, app);
    }
}
