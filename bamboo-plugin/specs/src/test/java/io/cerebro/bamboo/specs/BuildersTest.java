package io.cerebro.bamboo.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.bamboo.specs.api.exceptions.PropertiesValidationException;
import com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties;
import io.cerebro.bamboo.task.Field;
import io.cerebro.bamboo.task.TaskKind;
import io.cerebro.bamboo.task.TaskSettings;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The builders say what the plugin reads. */
class BuildersTest {
    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("realm", "prod"),
            Map.entry("name", "shop/orders"),
            Map.entry("tag", "v2"),
            Map.entry("context", "app"),
            Map.entry("dockerfile", "docker/Dockerfile"),
            Map.entry("buildArgs", "A=1\nB=x=y"),
            Map.entry("labels", "com.example.team=shop"),
            Map.entry("cacheFrom", "127.0.0.1:5000/shop/orders:v1\n127.0.0.1:5000/shop/base:v1"),
            Map.entry("target", "run"),
            Map.entry("platform", "linux/amd64"),
            Map.entry("pull", "true"),
            Map.entry("noCache", "true"),
            Map.entry("file", "deploy/marathon.yaml"),
            Map.entry("definition", "id: /orders"),
            Map.entry("image", "127.0.0.1:5000/shop/orders@sha256:abc"),
            Map.entry("variables", "A=1"),
            Map.entry("healthyWithin", "10m"),
            Map.entry("percent", "12.5"),
            Map.entry("canaryInstances", "2"),
            Map.entry("hold", "2h"),
            Map.entry("maxErrorRate", "2 %"),
            Map.entry("tolerance", "2"),
            Map.entry("falseAlarms", "5 %"),
            Map.entry("acceptedRatio", "3"),
            Map.entry("acceptedErrorRate", "1 %"),
            Map.entry("minErrors", "10"),
            Map.entry("minRequests", "1000"),
            Map.entry("latencyTolerance", "2"),
            Map.entry("latencyAcceptedRatio", "4"),
            Map.entry("latencyQuantile", "99 %"),
            Map.entry("latencyWarmUp", "2m"),
            Map.entry("taskFailures", "5"),
            Map.entry("killedForMemory", "2"),
            Map.entry("checks", "http://shop/orders/health https://shop/cart"),
            Map.entry("onNotEnoughData", "rollback"),
            Map.entry("isolatedBake", "30s"),
            Map.entry("partialBake", "5m"),
            Map.entry("bake", "5m"),
            Map.entry("goal", "deploy"),
            Map.entry("until", "isolated"),
            Map.entry("instances", "x2"),
            Map.entry("duringRelease", "true"),
            Map.entry("action", "deploy"),
            Map.entry("job", "orders-report"),
            Map.entry("run", "true"),
            Map.entry("within", "10m"),
            Map.entry("onlyTasks", "false"),
            Map.entry("service", "/orders"));

    @ParameterizedTest
    @EnumSource
    void setEveryFieldOfTheirTask(TaskKind kind) {
        CerebroTask<?> task = Builders.of(kind);
        Map<String, String> expected = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            if (!field.equals(Field.DEFINITION)) {
                String text = Objects.requireNonNull(RIGHT.get(field.key()), field.key());
                expected.put(field.key(), text);
                Builders.set(task, field, text);
            }
        }

        AnyTaskProperties built = Builders.build(task);

        assertThat(built.getAtlassianPlugin().getCompleteModuleKey()).isEqualTo(kind.completeKey());
        assertThat(built.getConfiguration()).isEqualTo(expected);
        assertThat(TaskSettings.read(kind, built.getConfiguration()).given()).isEqualTo(expected);
        assertThat(Builders.problems(built)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void haveNoSetterThatIsNoField(TaskKind kind) {
        Set<String> setters = Arrays.stream(Builders.of(kind).getClass().getMethods())
                .filter(method -> CerebroTask.class.isAssignableFrom(method.getDeclaringClass()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .map(Method::getName)
                .filter(name -> !Set.of("equals", "hashCode").contains(name))
                .collect(Collectors.toSet());

        assertThat(setters).containsExactlyInAnyOrderElementsOf(kind.keys());
    }

    @ParameterizedTest
    @EnumSource
    void leaveTheDefaultsToTheTask(TaskKind kind) {
        TaskSettings settings = TaskSettings.read(kind, Builders.configuration(Builders.smallest(kind)));

        assertThat(Builders.problems(Builders.build(Builders.smallest(kind)))).isEmpty();
        assertThat(settings.given().keySet())
                .containsExactlyInAnyOrderElementsOf(kind.fields().stream()
                        .filter(Field::isRequired)
                        .map(Field::key)
                        .toList());
        for (Field field : kind.fields()) {
            assertThat(settings.textOrDefault(field)).isEqualTo(field.example().orElse(field.byDefault()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void askForWhatTheTaskCannotDoWithout(TaskKind kind) {
        String message = kind.fields().stream()
                .filter(Field::isRequired)
                .map(field -> Builders.of(kind).getClass().getSimpleName() + ": " + field.key() + " is missing: call "
                        + field.key() + "(...)")
                .collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> Builders.build(Builders.of(kind)))
                .isInstanceOf(PropertiesValidationException.class)
                .satisfies(e -> assertThat(((PropertiesValidationException) e)
                                .getErrors().stream().map(Object::toString).collect(Collectors.joining("\n")))
                        .isEqualTo(message));
    }

    @Test
    void takeDurationsNumbersAndMaps() {
        assertThat(Builders.configuration(new CerebroRelease()
                        .realm("prod")
                        .isolatedBake(Duration.ofSeconds(90))
                        .partialBake(Duration.ofMillis(1500))
                        .percent(12.50)
                        .canaryInstances(2)
                        .variables(Map.of("A", "1"))))
                .isEqualTo(Map.of(
                        "realm", "prod",
                        "isolatedBake", "90s",
                        "partialBake", "1500ms",
                        "percent", "12.5",
                        "canaryInstances", "2",
                        "variables", "A=1"));
        assertThatThrownBy(() -> new CerebroBuild().buildArgs(Map.of("A", "s3\ncret")))
                .isInstanceOf(PropertiesValidationException.class)
                .hasMessageContaining("buildArgs must have names and values of one line each, but A has more")
                .hasMessageNotContaining("cret");
    }

    @Test
    void nameTheFieldAndTheMend() {
        assertThatThrownBy(
                        () -> Builders.build(new CerebroRelease().realm("prod").maxErrorRate("101 %")))
                .isInstanceOf(PropertiesValidationException.class)
                .hasMessage(
                        "CerebroRelease: maxErrorRate must be a percentage from 0 % to 100 %, such as 5 %, but is '101 %'");
        assertThatThrownBy(() -> Builders.build(
                        new CerebroDeploy().realm("prod").file("marathon.yaml").definition("id: /orders")))
                .hasMessage("CerebroDeploy: definition is given, and file, too: call one of them");
        assertThatThrownBy(() -> Builders.build(new CerebroJob()
                        .realm("prod")
                        .action("wait")
                        .job("orders-report")
                        .run(true)))
                .hasMessage("CerebroJob: run belongs to action 'deploy', not to 'wait'");
        assertThatThrownBy(() -> Builders.build(new CerebroJob().realm("prod").action("run")))
                .hasMessage("CerebroJob: job is missing: call job(...), which action 'run' needs");
        assertThatThrownBy(() -> Builders.build(
                        new CerebroJob().realm("prod").file("job.yaml").onlyTasks(true)))
                .hasMessage("CerebroJob: onlyTasks belongs to action 'delete', not to 'deploy'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            realm           | prod, p, p-1, Prod, -p, p_, a.b, 12345678901234567890123456789012, 123456789012345678901234567890123
            name            | a, a/b, a-b/c_d, A, a:1, /a, a//b, a/, r.example.com/a
            tag             | v1, _a, A.b-c, -a, .a, a b, a/b
            context         | ., a b, ../x
            dockerfile      | Dockerfile, a/b
            buildArgs       | A=1, A, =1, A-B=1, a_1=, A =1, 1A=x
            labels          | a=1, a.b/c=1, _=1, a-=1, =x
            cacheFrom       | a, a/b:1, -a, a b
            target          | a, -a, a.b, a b
            platform        | linux/amd64, linux, linux/arm/v7, Linux/amd64, a/b/c/d
            file            | a, a/b.yaml
            image           | a, a b, a@b
            variables       | A=1, A, =1, a-b=1, a b=1
            goal            | release, deploy, promote, Release
            until           | full, isolated, partial, Full
            service         | /orders, orders, /Orders, /shop/cart, //a, /a., /a-b.c, /-a, /
            instances       | 5, 0, 007, 000, 1234567890, +2, -1, +, x2, x1.5, x, 150%, 150 %, 0%, 1.5, two
            action          | deploy, run, wait, delete, Deploy, start
            job             | orders-report, A_1.b, a b, ., .., a/b, ä
            within          | 5, 5m, 5 m, 1h, 500ms, 1w, -1s, 1.5h
            healthyWithin   | 5, 5m, 5 m, 1h, 500ms, 1w, -1s, 1.5h
            hold            | 1h, x
            isolatedBake    | 0s, x
            partialBake     | 1d, x
            percent         | 0, 10, 100, 101, 0.01, 0.001, 12.5, 12.5 %, 50%, x, -1, 1e1, 0.0000000001
            canaryInstances | 0, 1, 10000, 10001, 1.5, x, 99999999999
            maxErrorRate    | 5 %, 5%, 5, 0, 100, 101, 0.5 %, x, 1000
            tolerance       | 0.5, 1, 1.5, x, 1000000000, 1.5 %
            falseAlarms     | 5 %, 5%, 5, 0, 0.1, 99.9, 100, 101, 0.000001, x
            acceptedRatio   | 0.5, 1, 1.000000001, 1.5, x, 1000000000, 5 %
            acceptedErrorRate | 5 %, 5%, 5, 0, 0.1, 99.9, 100, 101, 0.000001, x
            minErrors       | 0, 1, 2147483647, 2147483648, x
            minRequests     | 0, 1, 2147483647, 2147483648, x
            latencyTolerance | 0.9, 1, 1.5, x, 1000000000, 1.5 %
            latencyAcceptedRatio | 0.5, 1, 1.000000001, 2.5, x, 1000000000, 5 %
            latencyQuantile | 95 %, 95%, 95, 0, 0.1, 99.9, 100, 101, 0.000001, x
            latencyWarmUp   | 0s, 20s, 1500ms, 2m, 1h, 2d, 20, -1s, x
            taskFailures    | 0, 1, 2147483647, 2147483648, x
            killedForMemory | 0, 1, 2147483647, 2147483648, x
            checks          | http://shop, https://shop:8443/a?b=c, http://a  http://b/c, http://a b, shop/orders, ftp://shop, http://ann:secret@shop, http://shop/#a, http:///a, http://a/{b}, mailto:a@b, HTTP://shop
            onNotEnoughData | hold, promote, rollback, wait, Hold
            """)
    void refuseJustWhatTheTaskRefuses(String key, String texts) {
        for (TaskKind kind : TaskKind.values()) {
            kind.field(key)
                    .ifPresent(field -> Arrays.stream(texts.split(", "))
                            .forEach(text -> assertThat(refused(() -> {
                                        CerebroTask<?> task = Builders.smallest(kind);
                                        if (key.equals("action")) {
                                            Builders.set(task, Field.JOB, "orders-report");
                                        }
                                        Builders.set(task, field, text);
                                        Builders.build(task);
                                    }))
                                    .as("%s: %s '%s'", kind, key, text)
                                    .isEqualTo(refused(() -> field.check(text)))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takeAVariableInEveryText(TaskKind kind) {
        for (Field field : kind.fields()) {
            if (field.type() != Field.Type.FLAG) {
                CerebroTask<?> task = Builders.smallest(kind);
                Builders.set(task, field, "${bamboo.it}");
                assertThat(Builders.configuration(task)).containsEntry(field.key(), "${bamboo.it}");
            }
        }
    }

    private static boolean refused(Runnable check) {
        try {
            check.run();
            return false;
        } catch (IllegalArgumentException | PropertiesValidationException e) {
            return true;
        }
    }
}
