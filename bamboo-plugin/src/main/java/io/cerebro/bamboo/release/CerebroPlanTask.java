package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Tells what a release would change, and changes nothing. */
public final class CerebroPlanTask extends CerebroTask {
    public CerebroPlanTask() {
        super(TaskKind.PLAN);
    }
}
