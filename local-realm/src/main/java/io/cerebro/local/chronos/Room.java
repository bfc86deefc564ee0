package io.cerebro.local.chronos;

/** What is left for jobs beside the services; asked from Chronos's own threads. */
public interface Room {
    /** Whether there is enough; then it is taken. */
    boolean take(String taskId, double cpus, double mem);

    void giveBack(String taskId);
}
