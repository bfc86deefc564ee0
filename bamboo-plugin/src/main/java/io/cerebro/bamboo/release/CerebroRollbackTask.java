package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Puts back what ran before; as a final task, what a stopped build has left. */
public final class CerebroRollbackTask extends CerebroTask {
    public CerebroRollbackTask() {
        super(TaskKind.ROLLBACK);
    }
}
