package com.atlassian.bamboo.task;

/** Behaves, because tests read what is built. */
public class TaskResultBuilder {
    private TaskState state = TaskState.SUCCESS;

    private TaskResultBuilder() {}

    public static TaskResultBuilder newBuilder(CommonTaskContext context) {
        return new TaskResultBuilder();
    }

    public TaskResultBuilder success() {
        state = TaskState.SUCCESS;
        return this;
    }

    public TaskResultBuilder failed() {
        state = TaskState.FAILED;
        return this;
    }

    public TaskResultBuilder failedWithError() {
        state = TaskState.ERROR;
        return this;
    }

    public TaskResult build() {
        TaskState built = state;
        return () -> built;
    }
}
