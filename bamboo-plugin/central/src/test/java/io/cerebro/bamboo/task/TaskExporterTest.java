package io.cerebro.bamboo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.bamboo.specs.api.builders.task.Task;
import com.atlassian.bamboo.specs.api.model.AtlassianModuleProperties;
import com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties;
import com.atlassian.bamboo.specs.api.model.task.TaskProperties;
import com.atlassian.bamboo.specs.api.util.EntityPropertiesBuilders;
import com.atlassian.bamboo.specs.api.validators.common.ValidationProblem;
import com.atlassian.bamboo.task.TaskContainer;
import com.atlassian.bamboo.task.TaskDefinition;
import com.atlassian.bamboo.task.export.TaskValidationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskExporterTest {
    private final TaskExporter exporter = new TaskExporter();

    @ParameterizedTest
    @EnumSource
    void givesOutWhatItTakesIn(TaskKind kind) {
        TaskDefinition definition = TaskFormTest.definition(Texts.right(kind));
        when(definition.getPluginKey()).thenReturn(kind.completeKey());

        AnyTaskProperties exported = build(exporter.toSpecsEntity(definition));

        assertThat(exported.getAtlassianPlugin().getCompleteModuleKey()).isEqualTo(kind.completeKey());
        assertThat(exported.getConfiguration()).isEqualTo(Texts.right(kind));
        assertThat(problems(exported)).isEmpty();
        assertThat(exporter.toTaskConfiguration(mock(TaskContainer.class), exported))
                .isEqualTo(Texts.right(kind));
    }

    @Test
    void exportsNothingThatIsNoFieldOfOurs() {
        TaskDefinition definition =
                TaskFormTest.definition(Map.of("realm", "prod", "service", "/orders", "workingSubDirectory", "x"));
        when(definition.getPluginKey()).thenReturn(TaskKind.PROMOTE.completeKey());

        assertThat(build(exporter.toSpecsEntity(definition)).getConfiguration())
                .isEqualTo(Map.of("realm", "prod", "service", "/orders"));
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(problems(task(
                        TaskKind.RELEASE.completeKey(), Map.of("maxErrorRate", "101 %", "pecent", "5", "gate", "x"))))
                .containsExactly(
                        "Cerebro: Release: realm is missing: give it, such as prod",
                        "Cerebro: Release: maxErrorRate must be a percentage from 0 % to 100 %, such as 5 %, but is '101 %'",
                        "Cerebro: Release: Cerebro: Release has no field 'gate'.",
                        "Cerebro: Release: Cerebro: Release has no field 'pecent'; did you mean 'percent'?");
    }

    @Test
    void takesABlankForNothing() {
        Map<String, String> configuration = new HashMap<>(Map.of("realm", "prod", "file", " "));
        configuration.put("image", null);
        AnyTaskProperties task = task(TaskKind.DEPLOY.completeKey(), configuration);

        assertThat(problems(task)).isEmpty();
        assertThat(exporter.toTaskConfiguration(mock(TaskContainer.class), task))
                .isEqualTo(Map.of("realm", "prod"));
    }

    @Test
    void refusesWhatIsNoTaskOfOurs() {
        assertThat(problems(task("io.cerebro.bamboo-plugin:deploi", Map.of())))
                .containsExactly("io.cerebro.bamboo-plugin:deploi is no task of Cerebro");
        TaskProperties other = mock(TaskProperties.class);
        when(other.getAtlassianPlugin()).thenReturn(new AtlassianModuleProperties(TaskKind.DEPLOY.completeKey()));
        assertThatThrownBy(() -> exporter.toTaskConfiguration(mock(TaskContainer.class), other))
                .hasMessageStartingWith("Cerebro: Deploy is given as any-task, or by the builders of"
                        + " cerebro-bamboo-specs, not as TaskProperties");
    }

    private List<String> problems(AnyTaskProperties task) {
        return exporter.validate(mock(TaskValidationContext.class), task).stream()
                .map(ValidationProblem::toString)
                .toList();
    }

    private static AnyTaskProperties task(String key, Map<String, String> configuration) {
        return new AnyTaskProperties(new AtlassianModuleProperties(key), "", true, configuration, List.of(), List.of());
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static AnyTaskProperties build(Task task) {
        return (AnyTaskProperties) EntityPropertiesBuilders.build(task);
    }
}
