package io.cerebro.marathon;

import java.time.Instant;

/**
 * {@code lastTaskFailure}: stays after the app has recovered, so compare {@code version} with the app's.
 *
 * @param state such as {@code TASK_FAILED}, or {@code TASK_KILLED} for a health check's kill
 * @param message Mesos's or Marathon's words
 * @param version of the app when the task was launched
 */
public record TaskFailure(
        String taskId, String host, String slaveId, String state, String message, Instant timestamp, Instant version) {}
