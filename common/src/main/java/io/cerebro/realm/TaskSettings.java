package io.cerebro.realm;

/**
 * How many of a canary's tasks may end by themselves, or stop answering their health checks, while it is watched.
 *
 * @param failures so many fail the canary, whatever they died of; at least 1
 * @param killedForMemory so many that Mesos says it killed for their memory do; at least 1
 */
public record TaskSettings(int failures, int killedForMemory) {
    public static final TaskSettings DEFAULT = new TaskSettings(3, 1);

    public TaskSettings {
        if (failures < 1 || killedForMemory < 1) {
            throw new IllegalArgumentException("tasks.failures and tasks.killedForMemory are at least 1");
        }
    }
}
