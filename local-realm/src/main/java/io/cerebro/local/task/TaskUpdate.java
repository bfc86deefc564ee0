package io.cerebro.local.task;

/**
 * What became of a task, in Mesos's words.
 *
 * @param state {@code TASK_STARTING}, {@code TASK_RUNNING}, {@code TASK_FINISHED}, {@code TASK_FAILED} or {@code TASK_KILLED}
 * @param message why, such as {@code Container exited with status 137}; empty when all is well
 */
public record TaskUpdate(String taskId, String state, String message) {}
