package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Makes the canary that is there the version that everybody gets. */
public final class CerebroPromoteTask extends CerebroTask {
    public CerebroPromoteTask() {
        super(TaskKind.PROMOTE);
    }
}
