package io.cerebro.local.task;

/** Runs the health and readiness checks of running tasks, as Marathon itself does for HTTP and TCP checks. */
public interface Checks extends AutoCloseable {
    /** Told every result, from whichever thread. Set once, before anything is watched. */
    void listen(Listener listener);

    /** Starts the checks of a running task: health checks for good, readiness checks until they have passed once. */
    void watch(Launch launch);

    void forget(String taskId);

    @Override
    void close();

    /** Every check's every answer; failures within the grace period are told as Marathon counts them: not at all. */
    interface Listener {
        void health(HealthResult result);

        void readiness(ReadinessResult result);
    }
}
