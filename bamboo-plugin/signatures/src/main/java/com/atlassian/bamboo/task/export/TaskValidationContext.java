package com.atlassian.bamboo.task.export;

public interface TaskValidationContext {}
