package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Starts a canary that only requests with its header reach. */
public final class CerebroCanaryIsolatedTask extends CerebroTask {
    public CerebroCanaryIsolatedTask() {
        super(TaskKind.CANARY_ISOLATED);
    }
}
