package io.cerebro.bamboo.task;

import com.atlassian.bamboo.collections.ActionParametersMap;
import com.atlassian.bamboo.task.TaskConfigurator;
import com.atlassian.bamboo.task.TaskDefinition;
import com.atlassian.bamboo.utils.error.ErrorCollection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task's form: what it shows, what it refuses, and what it stores, which is what {@link TaskSettings} reads. */
public abstract class TaskForm implements TaskConfigurator {
    private final TaskKind kind;

    TaskForm(TaskKind kind) {
        this.kind = kind;
    }

    @Override
    public void populateContextForCreate(Map<String, Object> context) {
        show(context, Map.of());
    }

    @Override
    public void populateContextForEdit(Map<String, Object> context, TaskDefinition definition) {
        show(context, definition.getConfiguration());
    }

    @Override
    public void validate(ActionParametersMap parameters, ErrorCollection errors) {
        for (Problem problem : Problem.of(kind, given(parameters))) {
            kind.field(problem.key()).ifPresent(field -> errors.addError(field.parameter(), problem.message()));
        }
    }

    /** Only what is given: what is not stays the realm's, also when that changes. */
    @Override
    public Map<String, String> generateTaskConfigMap(
            ActionParametersMap parameters, @Nullable TaskDefinition previous) {
        return given(parameters);
    }

    private void show(Map<String, Object> context, Map<String, String> configuration) {
        for (Field field : kind.fields()) {
            String text = TaskSettings.text(configuration, field);
            context.put(field.parameter(), text.isEmpty() ? field.initial() : text);
            if (field.type() == Field.Type.CHOICE) {
                context.put(field.parameter() + "Choices", choices(field, text));
            }
        }
    }

    /** By their texts as the form sends them; a variable that was given by Specs is one more. */
    private static Map<String, String> choices(Field field, String text) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (field.override().isPresent()) {
            choices.put("", "as the realm has it");
        }
        field.choices().forEach(choice -> choices.put(choice, choice));
        if (!text.isEmpty()) {
            choices.put(text, text);
        }
        return choices;
    }

    private Map<String, String> given(ActionParametersMap parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            String text = text(parameters, field);
            if (!text.isBlank()) {
                given.put(field.key(), text.replace("\r\n", "\n").strip());
            }
        }
        return given;
    }

    private static String text(ActionParametersMap parameters, Field field) {
        if (field.type() == Field.Type.FLAG) {
            return parameters.getBoolean(field.parameter()) ? "true" : "";
        }
        String text = parameters.getString(field.parameter());
        return text == null ? "" : text;
    }

    /** Of {@code Cerebro: Build image}. */
    public static final class Build extends TaskForm {
        public Build() {
            super(TaskKind.BUILD);
        }
    }

    /** Of {@code Cerebro: Plan}. */
    public static final class Plan extends TaskForm {
        public Plan() {
            super(TaskKind.PLAN);
        }
    }

    /** Of {@code Cerebro: Deploy}. */
    public static final class Deploy extends TaskForm {
        public Deploy() {
            super(TaskKind.DEPLOY);
        }
    }

    /** Of {@code Cerebro: Canary isolated}. */
    public static final class CanaryIsolated extends TaskForm {
        public CanaryIsolated() {
            super(TaskKind.CANARY_ISOLATED);
        }
    }

    /** Of {@code Cerebro: Canary partial}. */
    public static final class CanaryPartial extends TaskForm {
        public CanaryPartial() {
            super(TaskKind.CANARY_PARTIAL);
        }
    }

    /** Of {@code Cerebro: Promote}. */
    public static final class Promote extends TaskForm {
        public Promote() {
            super(TaskKind.PROMOTE);
        }
    }

    /** Of {@code Cerebro: Roll back}. */
    public static final class Rollback extends TaskForm {
        public Rollback() {
            super(TaskKind.ROLLBACK);
        }
    }

    /** Of {@code Cerebro: Release}. */
    public static final class Release extends TaskForm {
        public Release() {
            super(TaskKind.RELEASE);
        }
    }

    /** Of {@code Cerebro: Scale}. */
    public static final class Scale extends TaskForm {
        public Scale() {
            super(TaskKind.SCALE);
        }
    }

    /** Of {@code Cerebro: Job}. */
    public static final class Job extends TaskForm {
        public Job() {
            super(TaskKind.JOB);
        }
    }
}
