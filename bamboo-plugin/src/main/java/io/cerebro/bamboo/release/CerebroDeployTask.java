package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Replaces the version that runs, without a canary. */
public final class CerebroDeployTask extends CerebroTask {
    public CerebroDeployTask() {
        super(TaskKind.DEPLOY);
    }
}
