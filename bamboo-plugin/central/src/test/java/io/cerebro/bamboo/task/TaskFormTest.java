package io.cerebro.bamboo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.bamboo.task.TaskDefinition;
import com.atlassian.bamboo.utils.error.ErrorCollection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskFormTest {
    @ParameterizedTest
    @EnumSource
    void beginsBlankSoThatTheRealmDecides(TaskKind kind) {
        Map<String, Object> context = new HashMap<>();
        form(kind).populateContextForCreate(context);

        for (Field field : kind.fields()) {
            assertThat(context)
                    .containsEntry(
                            field.parameter(),
                            switch (field.key()) {
                                case "pull", "noCache", "duringRelease", "run", "onlyTasks" -> "false";
                                case "action" -> "deploy";
                                case "goal" -> "release";
                                case "until" -> "full";
                                default -> "";
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void storesWhatItShowsAndShowsWhatItStored(TaskKind kind) {
        Map<String, String> given = Texts.right(kind);
        Map<String, String> stored = form(kind).generateTaskConfigMap(Parameters.of(kind, given), null);
        assertThat(stored).isEqualTo(given);
        assertThat(TaskSettings.read(kind, stored).given()).isEqualTo(given);

        Map<String, Object> context = new HashMap<>();
        form(kind).populateContextForEdit(context, definition(stored));
        for (Field field : kind.fields()) {
            assertThat(context).containsEntry(field.parameter(), given.getOrDefault(field.key(), field.initial()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWrongTextAtItsField(TaskKind kind) {
        for (Field field : kind.fields()) {
            String wrong = Texts.wrong(field);
            Map<String, String> given = new LinkedHashMap<>(Texts.right(kind));
            given.put(field.key(), wrong);
            ErrorCollection errors = mock(ErrorCollection.class);

            form(kind).validate(Parameters.of(kind, given), errors);

            if (wrong.isEmpty() && !field.isRequired()) {
                verifyNoInteractions(errors);
            } else {
                verify(errors).addError(field.parameter(), Texts.complaint(field, wrong));
                verifyNoMoreInteractions(errors);
            }
        }
    }

    @Test
    void refusesWhatDoesNotFitTheActionOfAJob() {
        ErrorCollection errors = mock(ErrorCollection.class);

        form(TaskKind.JOB).validate(Parameters.of(TaskKind.JOB, Map.of("realm", "prod", "action", "delete")), errors);

        verify(errors).addError("cerebroJob", "job is missing: action 'delete' needs one, such as orders-report");
        verifyNoMoreInteractions(errors);
    }

    @ParameterizedTest
    @EnumSource
    void takesVariablesInEveryText(TaskKind kind) {
        Map<String, String> given = new LinkedHashMap<>();
        kind.fields().stream()
                .filter(field -> field.type() != Field.Type.FLAG && !field.equals(Field.DEFINITION))
                .forEach(field -> given.put(field.key(), "${bamboo.it}"));
        ErrorCollection errors = mock(ErrorCollection.class);

        form(kind).validate(Parameters.of(kind, given), errors);

        verifyNoInteractions(errors);
        assertThat(form(kind).generateTaskConfigMap(Parameters.of(kind, given), null))
                .isEqualTo(given);
    }

    @Test
    void offersChoicesAndKeepsAVariableThatSpecsGave() {
        Map<String, Object> context = new HashMap<>();
        form(TaskKind.PLAN)
                .populateContextForEdit(
                        context, definition(Map.of("realm", "prod", "onNotEnoughData", "${bamboo.enough}")));

        assertThat(texts(context.get("cerebroOnNotEnoughDataChoices")))
                .containsExactly("", "hold", "promote", "rollback", "${bamboo.enough}");
        assertThat(texts(context.get("cerebroGoalChoices"))).containsExactly("release", "deploy");
    }

    @Test
    void storesLinesAsOtherSystemsEndThem() {
        assertThat(form(TaskKind.DEPLOY)
                        .generateTaskConfigMap(
                                Parameters.of(
                                        TaskKind.DEPLOY,
                                        Map.of("realm", " prod ", "variables", "A=1\r\nB=2\r\n", "file", " ")),
                                null))
                .isEqualTo(Map.of("realm", "prod", "variables", "A=1\nB=2"));
    }

    static TaskForm form(TaskKind kind) {
        return switch (kind) {
            case BUILD -> new TaskForm.Build();
            case PLAN -> new TaskForm.Plan();
            case DEPLOY -> new TaskForm.Deploy();
            case CANARY_ISOLATED -> new TaskForm.CanaryIsolated();
            case CANARY_PARTIAL -> new TaskForm.CanaryPartial();
            case PROMOTE -> new TaskForm.Promote();
            case ROLLBACK -> new TaskForm.Rollback();
            case RELEASE -> new TaskForm.Release();
            case SCALE -> new TaskForm.Scale();
            case JOB -> new TaskForm.Job();
        };
    }

    static TaskDefinition definition(Map<String, String> configuration) {
        TaskDefinition definition = mock(TaskDefinition.class);
        when(definition.getConfiguration()).thenReturn(configuration);
        return definition;
    }

    private static List<Object> texts(@org.jspecify.annotations.Nullable Object choices) {
        return List.copyOf(((Map<?, ?>) java.util.Objects.requireNonNull(choices)).keySet());
    }
}
