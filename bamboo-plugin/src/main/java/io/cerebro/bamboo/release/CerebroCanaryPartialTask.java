package io.cerebro.bamboo.release;

import io.cerebro.bamboo.task.TaskKind;

/** Gives the canary its share of the traffic. */
public final class CerebroCanaryPartialTask extends CerebroTask {
    public CerebroCanaryPartialTask() {
        super(TaskKind.CANARY_PARTIAL);
    }
}
