package io.cerebro.bamboo.specs;

import com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties;
import com.atlassian.bamboo.specs.api.util.EntityPropertiesBuilders;
import com.atlassian.bamboo.task.export.TaskValidationContext;
import io.cerebro.bamboo.task.Field;
import io.cerebro.bamboo.task.TaskExporter;
import io.cerebro.bamboo.task.TaskKind;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A task's builder, by the plugin's name of the task. */
final class Builders {
    private Builders() {}

    static CerebroTask<?> of(TaskKind kind) {
        return switch (kind) {
            case BUILD -> new CerebroBuild();
            case PLAN -> new CerebroPlan();
            case DEPLOY -> new CerebroDeploy();
            case CANARY_ISOLATED -> new CerebroCanaryIsolated();
            case CANARY_PARTIAL -> new CerebroCanaryPartial();
            case PROMOTE -> new CerebroPromote();
            case ROLLBACK -> new CerebroRollback();
            case RELEASE -> new CerebroRelease();
            case SCALE -> new CerebroScale();
            case JOB -> new CerebroJob();
        };
    }

    static AnyTaskProperties build(CerebroTask<?> task) {
        return EntityPropertiesBuilders.build(task);
    }

    /** What Bamboo would say when it imports it. */
    static List<String> problems(AnyTaskProperties task) {
        return new TaskExporter()
                .validate(new TaskValidationContext() {}, task).stream()
                        .map(Object::toString)
                        .toList();
    }

    static Map<String, String> configuration(CerebroTask<?> task) {
        return build(task).getConfiguration();
    }

    /** With what it cannot do without. */
    static CerebroTask<?> smallest(TaskKind kind) {
        CerebroTask<?> task = of(kind);
        kind.fields().forEach(field -> field.example().ifPresent(text -> set(task, field, text)));
        return task;
    }

    /** Calls the field's setter. */
    static void set(CerebroTask<?> task, Field field, String text) {
        try {
            setter(task, field).invoke(task, argument(setter(task, field).getParameterTypes()[0], text));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(task.getClass() + " cannot be given " + field.key(), e);
        }
    }

    private static Method setter(CerebroTask<?> task, Field field) {
        return Stream.of(String.class, boolean.class, String[].class)
                .flatMap(type -> Arrays.stream(task.getClass().getMethods())
                        .filter(method -> method.getName().equals(field.key()))
                        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {type})))
                .findFirst()
                .orElseThrow(() -> new AssertionError(task.getClass() + " has no " + field.key()));
    }

    private static Object argument(Class<?> type, String text) {
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return type == String[].class ? text.split("\n") : text;
    }
}
