package io.cerebro.bamboo.task;

import io.cerebro.release.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tasks. */
public enum TaskKind {
    BUILD("build", "Cerebro: Build image", null, Forms.BUILD),
    PLAN("plan", "Cerebro: Plan", null, Forms.and(Forms.gated(Field.ISOLATED_BAKE, Field.PARTIAL_BAKE), Field.GOAL)),
    DEPLOY("deploy", "Cerebro: Deploy", Goal.DEPLOY, Forms.DEFINED),
    CANARY_ISOLATED("canary.isolated", "Cerebro: Canary isolated", Goal.ISOLATED, Forms.gated(Field.BAKE_ISOLATED)),
    CANARY_PARTIAL("canary.partial", "Cerebro: Canary partial", Goal.PARTIAL, Forms.gated(Field.BAKE_PARTIAL)),
    PROMOTE("promote", "Cerebro: Promote", Goal.PROMOTE, Forms.SERVICE),
    ROLLBACK("rollback", "Cerebro: Roll back", Goal.ROLLBACK, Forms.SERVICE),
    RELEASE(
            "release",
            "Cerebro: Release",
            Goal.RELEASE,
            Forms.gated(Field.UNTIL, Field.ISOLATED_BAKE, Field.PARTIAL_BAKE)),
    SCALE("scale", "Cerebro: Scale", Goal.SCALE, Forms.SIZED),
    JOB("job", "Cerebro: Job", null, Forms.JOB);

    /** Of the plugin in Bamboo. */
    public static final String PLUGIN = "io.cerebro.bamboo-plugin";

    private final String moduleKey;
    private final String title;
    private final Optional<Goal> goal;
    private final List<Field> fields;

    TaskKind(String moduleKey, String title, @Nullable Goal goal, List<Field> fields) {
        this.moduleKey = moduleKey;
        this.title = title;
        this.goal = Optional.ofNullable(goal);
        this.fields = fields;
    }

    /** {@code canary.isolated}: in atlassian-plugin.xml, and the name of its form. */
    public String moduleKey() {
        return moduleKey;
    }

    /** As Specs and YAML name it: {@code io.cerebro.bamboo-plugin:canary.isolated}. */
    public String completeKey() {
        return PLUGIN + ":" + moduleKey;
    }

    /** The task that Specs and YAML name so. */
    public static Optional<TaskKind> of(String completeKey) {
        return Arrays.stream(values())
                .filter(kind -> kind.completeKey().equals(completeKey))
                .findFirst();
    }

    /** {@code Cerebro: Canary isolated}. */
    public String title() {
        return title;
    }

    /** How far it goes if its settings say nothing else; empty for a build, a job, and for a plan. */
    public Optional<Goal> goal() {
        return goal;
    }

    /** In the order of the form. */
    public List<Field> fields() {
        return fields;
    }

    public List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    /** The field with that key, if the task has it. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** What several tasks have alike. */
    private static final class Forms {
        static final List<Field> BUILD = List.of(
                Field.REALM,
                Field.NAME,
                Field.TAG,
                Field.CONTEXT,
                Field.DOCKERFILE,
                Field.BUILD_ARGS,
                Field.LABELS,
                Field.CACHE_FROM,
                Field.TARGET,
                Field.PLATFORM,
                Field.PULL,
                Field.NO_CACHE);

        static final List<Field> DEFINED =
                List.of(Field.REALM, Field.FILE, Field.DEFINITION, Field.IMAGE, Field.VARIABLES, Field.HEALTHY_WITHIN);

        static final List<Field> SERVICE = List.of(Field.REALM, Field.SERVICE, Field.HEALTHY_WITHIN);

        static final List<Field> SIZED =
                List.of(Field.REALM, Field.SERVICE, Field.INSTANCES, Field.DURING_RELEASE, Field.HEALTHY_WITHIN);

        static final List<Field> JOB = List.of(
                Field.REALM,
                Field.ACTION,
                Field.JOB,
                Field.JOB_FILE,
                Field.DEFINITION,
                Field.VARIABLES,
                Field.RUN,
                Field.WITHIN,
                Field.ONLY_TASKS);

        static List<Field> gated(Field... bakes) {
            return and(
                    and(DEFINED, bakes),
                    Field.PERCENT,
                    Field.CANARY_INSTANCES,
                    Field.HOLD,
                    Field.MAX_ERROR_RATE,
                    Field.TOLERANCE,
                    Field.FALSE_ALARMS,
                    Field.ACCEPTED_RATIO,
                    Field.ACCEPTED_ERROR_RATE,
                    Field.MIN_ERRORS,
                    Field.MIN_REQUESTS,
                    Field.LATENCY_TOLERANCE,
                    Field.LATENCY_ACCEPTED_RATIO,
                    Field.LATENCY_QUANTILE,
                    Field.LATENCY_WARM_UP,
                    Field.TASK_FAILURES,
                    Field.KILLED_FOR_MEMORY,
                    Field.CHECKS,
                    Field.ON_NOT_ENOUGH_DATA);
        }

        static List<Field> and(List<Field> fields, Field... more) {
            List<Field> all = new ArrayList<>(fields);
            all.addAll(List.of(more));
            return List.copyOf(all);
        }
    }
}
