package io.cerebro.job;

import io.cerebro.chronos.JobDefinition;
import io.cerebro.document.Amounts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a build asks for of a job.
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

    public static final String WITHIN = "1h";

    public JobRequest {
        if (action != Action.DELETE) {
            belongs("onlyTasks", onlyTasks, "delete", action);
        }
        if (action != Action.DEPLOY) {
            belongs("run", run, "deploy", action);
            if (job.isEmpty()) {
                throw new IllegalArgumentException(
                        "job is missing: action '" + Amounts.name(action) + "' needs one, such as orders-report");
            }
        }
        job.ifPresent(JobDefinition::requireName);
    }

    /**
     * @param text of a field, which is called as the components are; empty where it is not given
     * @throws IllegalArgumentException that begins with the field's name and says what to give
     */
    public static JobRequest of(Function<String, Optional<String>> text) {
        return new JobRequest(
                text.apply("action").map(JobRequest::action).orElse(Action.DEPLOY),
                text.apply("job"),
                text.apply("run").filter("true"::equals).isPresent(),
                text.apply("onlyTasks").filter("true"::equals).isPresent(),
                within(text.apply("within").orElse(WITHIN)));
    }

    private static void belongs(String field, boolean given, String of, Action action) {
        if (given) {
            throw new IllegalArgumentException(
                    field + " belongs to action '" + of + "', not to '" + Amounts.name(action) + "'");
        }
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
