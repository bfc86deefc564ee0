package io.cerebro.mesos;

/**
 * A task as a master knows it.
 *
 * @param state such as {@code TASK_FAILED}
 * @param host of its agent; empty where the master has forgotten it
 */
public record MesosTask(String id, String state, String host) {}
