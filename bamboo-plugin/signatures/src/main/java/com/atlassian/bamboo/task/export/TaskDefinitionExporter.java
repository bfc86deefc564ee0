package com.atlassian.bamboo.task.export;

import com.atlassian.bamboo.specs.api.builders.task.Task;
import com.atlassian.bamboo.specs.api.model.task.TaskProperties;
import com.atlassian.bamboo.specs.api.validators.common.ValidationProblem;
import com.atlassian.bamboo.task.TaskContainer;
import com.atlassian.bamboo.task.TaskDefinition;
import java.util.List;
import java.util.Map;

@SuppressWarnings("rawtypes")
public interface TaskDefinitionExporter {
    Map<String, String> toTaskConfiguration(TaskContainer container, TaskProperties properties);

    Task toSpecsEntity(TaskDefinition definition);

    List<ValidationProblem> validate(TaskValidationContext context, TaskProperties properties);
}
