package io.cerebro.bamboo.task;

import com.atlassian.bamboo.specs.api.builders.AtlassianModule;
import com.atlassian.bamboo.specs.api.builders.task.AnyTask;
import com.atlassian.bamboo.specs.api.builders.task.Task;
import com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties;
import com.atlassian.bamboo.specs.api.model.task.TaskProperties;
import com.atlassian.bamboo.specs.api.validators.common.ValidationContext;
import com.atlassian.bamboo.specs.api.validators.common.ValidationProblem;
import com.atlassian.bamboo.task.TaskContainer;
import com.atlassian.bamboo.task.TaskDefinition;
import com.atlassian.bamboo.task.export.TaskDefinitionExporter;
import com.atlassian.bamboo.task.export.TaskValidationContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes tasks in from Specs and YAML, and gives them out again; for every task of Cerebro the same. */
@SuppressWarnings("rawtypes")
public final class TaskExporter implements TaskDefinitionExporter {
    /** @throws IllegalArgumentException if it is no any-task of Cerebro's */
    @Override
    public Map<String, String> toTaskConfiguration(TaskContainer container, TaskProperties properties) {
        return configuration(kind(properties.getAtlassianPlugin().getCompleteModuleKey()), properties);
    }

    @Override
    public Task toSpecsEntity(TaskDefinition definition) {
        TaskKind kind = kind(definition.getPluginKey());
        Map<String, String> known = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            String text = TaskSettings.text(definition.getConfiguration(), field);
            if (!text.isBlank()) {
                known.put(field.key(), text);
            }
        }
        return new AnyTask(new AtlassianModule(kind.completeKey())).configuration(known);
    }

    @Override
    public List<ValidationProblem> validate(TaskValidationContext context, TaskProperties properties) {
        try {
            TaskKind kind = kind(properties.getAtlassianPlugin().getCompleteModuleKey());
            return Problem.strictlyOf(kind, configuration(kind, properties)).stream()
                    .map(problem -> new ValidationProblem(ValidationContext.of(kind.title()), problem.message()))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(new ValidationProblem(String.valueOf(e.getMessage())));
        }
    }

    private static TaskKind kind(String completeKey) {
        return TaskKind.of(completeKey)
                .orElseThrow(() -> new IllegalArgumentException(completeKey + " is no task of Cerebro"));
    }

    private static Map<String, String> configuration(TaskKind kind, TaskProperties properties) {
        if (properties instanceof AnyTaskProperties task) {
            Map<String, String> given = new LinkedHashMap<>(task.getConfiguration());
            given.values().removeIf(text -> text == null || text.isBlank());
            return given;
        }
        throw new IllegalArgumentException(kind.title() + " is given as any-task, or by the builders of"
                + " cerebro-bamboo-specs, not as " + properties.getClass().getSimpleName());
    }
}
