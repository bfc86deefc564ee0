package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Deploys, runs, waits for or deletes a job in the realm's Chronos. */
public final class CerebroJobTask extends CerebroTask {
    public CerebroJobTask() {
        super(TaskKind.JOB);
    }
}
