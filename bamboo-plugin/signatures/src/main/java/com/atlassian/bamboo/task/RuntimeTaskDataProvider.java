package com.atlassian.bamboo.task;

import com.atlassian.bamboo.serialization.WhitelistedSerializable;
import com.atlassian.bamboo.task.runtime.RuntimeTaskDefinition;
import com.atlassian.bamboo.v2.build.CommonContext;
import java.util.Map;

public interface RuntimeTaskDataProvider {
    Map<String, String> populateRuntimeTaskData(TaskDefinition definition, CommonContext context);

    default Map<String, WhitelistedSerializable> createRuntimeTaskData(
            RuntimeTaskDefinition definition, CommonContext context) {
        return Map.of();
    }

    void processRuntimeTaskData(RuntimeTaskDefinition definition, CommonContext context);
}
