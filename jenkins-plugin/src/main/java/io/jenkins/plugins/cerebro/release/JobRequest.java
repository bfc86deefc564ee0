package io.jenkins.plugins.cerebro.release;

import io.cerebro.document.Amounts;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code cerebroJob} asks for.
 *
 * @param job its name; a deployment has it from the definition
 * @param run whether what is deployed is then run
 * @param onlyTasks whether a deletion keeps the job
 * @param within how long a run may take until it has ended
 */
public record JobRequest(Action action, Optional<String> job, boolean run, boolean onlyTasks, Duration within) {
    /** As the command line calls them. */
    public enum Action {
        DEPLOY,
        RUN,
        WAIT,
        DELETE
    }

    private static final String WITHIN = "1h";

    /** @throws IllegalArgumentException that says what to give */
    static JobRequest of(Request request) {
        Action action = request.text("action").map(JobRequest::action).orElse(Action.DEPLOY);
        boolean run = given(request, "run", action == Action.DEPLOY, "deploy", action);
        boolean onlyTasks = given(request, "onlyTasks", action == Action.DELETE, "delete", action);
        Optional<String> job =
                action == Action.DEPLOY ? request.text("job") : Optional.of(request.required("job", "orders-report"));
        return new JobRequest(
                action, job, run, onlyTasks, within(request.text("within").orElse(WITHIN)));
    }

    private static boolean given(Request request, String field, boolean fits, String of, Action action) {
        boolean given = request.text(field).filter("true"::equals).isPresent();
        if (given && !fits) {
            throw new IllegalArgumentException(
                    field + " belongs to action '" + of + "', not to '" + Amounts.name(action) + "'");
        }
        return given;
    }

    private static Action action(String text) {
        return Amounts.choice(Action.class, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "action must be one of " + Amounts.names(Action.class) + ", but is '" + text + "'"));
    }

    /** @throws IllegalArgumentException that says what it is like */
    public static Duration within(String text) {
        return Amounts.duration(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "within is a duration such as 500ms, 30s, 5m or 1h, not '" + text + "'"));
    }
}
