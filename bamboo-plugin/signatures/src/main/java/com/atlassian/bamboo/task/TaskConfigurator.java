package com.atlassian.bamboo.task;

import com.atlassian.bamboo.collections.ActionParametersMap;
import com.atlassian.bamboo.utils.error.ErrorCollection;
import java.util.Map;

public interface TaskConfigurator {
    void populateContextForCreate(Map<String, Object> context);

    void populateContextForEdit(Map<String, Object> context, TaskDefinition definition);

    void validate(ActionParametersMap parameters, ErrorCollection errors);

    Map<String, String> generateTaskConfigMap(ActionParametersMap parameters, TaskDefinition previous);
}
