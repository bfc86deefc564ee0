package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Releases through all stages, gated. */
public final class CerebroReleaseTask extends CerebroTask {
    public CerebroReleaseTask() {
        super(TaskKind.RELEASE);
    }
}
