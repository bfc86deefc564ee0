package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Gives a service more or fewer instances, and ends when they serve. */
public final class CerebroScaleTask extends CerebroTask {
    public CerebroScaleTask() {
        super(TaskKind.SCALE);
    }
}
