package io.cerebro.bamboo.specs;

import java.time.Duration;
import java.util.Map;

/** Cerebro: Job. Deploys, runs, waits for or deletes a job in the realm's Chronos. */
public final class CerebroJob extends CerebroTask<CerebroJob> {
    public CerebroJob() {
        super("job", "realm");
    }

    /** {@code deploy}, the default, {@code run}, {@code wait} or {@code delete}. */
    public CerebroJob action(String choice) {
        return with("action", choice);
    }

    /** The job's name in Chronos, such as {@code orders-report}. To deploy it may be left out: the definition has it. */
    public CerebroJob job(String name) {
        return with("job", name);
    }

    /** The job's definition in the working directory, with the realm's overlay beside it. Default: {@code job.yaml}. */
    public CerebroJob file(String name) {
        return with("file", name);
    }

    /** The job's definition itself, as YAML or JSON, instead of a file. */
    public CerebroJob definition(String text) {
        return with("definition", text);
    }

    /** Values for <code>${NAME}</code> in the definition, one {@code NAME=VALUE} a line. */
    public CerebroJob variables(String lines) {
        return with("variables", lines);
    }

    /** Values for <code>${NAME}</code> in the definition. */
    public CerebroJob variables(Map<String, String> values) {
        return with("variables", values);
    }

    /** Whether what is deployed is then run, and waited for. Default: no. */
    public CerebroJob run(boolean also) {
        return with("run", Boolean.toString(also));
    }

    /** How long it may take until the run has ended, such as {@code 10m}. Default: an hour. */
    public CerebroJob within(String text) {
        return with("within", text);
    }

    /** How long it may take until the run has ended. */
    public CerebroJob within(Duration duration) {
        return with("within", duration);
    }

    /** Whether a deletion ends the job's tasks, and keeps the job. Default: no. */
    public CerebroJob onlyTasks(boolean keeps) {
        return with("onlyTasks", Boolean.toString(keeps));
    }
}
