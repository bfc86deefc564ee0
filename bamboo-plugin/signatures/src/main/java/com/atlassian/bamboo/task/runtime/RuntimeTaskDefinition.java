package com.atlassian.bamboo.task.runtime;

import com.atlassian.bamboo.task.TaskDefinition;

public interface RuntimeTaskDefinition extends TaskDefinition {}
