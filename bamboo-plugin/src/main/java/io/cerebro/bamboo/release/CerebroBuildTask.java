package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Builds an image, pushes it, and hands its digest on in the variable {@code cerebro.image}. */
public final class CerebroBuildTask extends CerebroTask {
    public CerebroBuildTask() {
        super(TaskKind.BUILD);
    }
}
