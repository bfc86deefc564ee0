package com.atlassian.bamboo.task;

public enum TaskState {
    SUCCESS,
    FAILED,
    ERROR
}
