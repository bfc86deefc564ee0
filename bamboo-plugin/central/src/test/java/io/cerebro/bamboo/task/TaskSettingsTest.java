package io.cerebro.bamboo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.job.JobRequest;
import io.cerebro.release.Goal;
import io.cerebro.release.Overrides;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskSettingsTest {
    @Test
    void givesWhatIsGivenAndLeavesTheRestToTheRealm() {
        TaskSettings settings = TaskSettings.read(
                TaskKind.RELEASE,
                Map.of("realm", " prod ", "percent", "25", "hold", "", "variables", "A=1\n\n B = 2=3", "image", " "));

        assertThat(settings.required(Field.REALM)).isEqualTo("prod");
        assertThat(settings.text(Field.IMAGE)).isEmpty();
        assertThat(settings.textOrDefault(Field.FILE)).isEqualTo("marathon.yaml");
        assertThat(settings.overrides()).isEqualTo(new Overrides(Map.of("percent", "25")));
        assertThat(settings.variables()).isEqualTo(Map.of("A", "1", "B", " 2=3"));
        assertThat(settings.goal()).isEqualTo(Goal.RELEASE);
    }

    @Test
    void readsABuild() {
        TaskSettings settings = TaskSettings.read(
                TaskKind.BUILD,
                Map.of("realm", "prod", "name", "shop/orders", "pull", "true", "cacheFrom", "r.example.com/a:1\n"));

        assertThat(settings.flag(Field.PULL)).isTrue();
        assertThat(settings.flag(Field.NO_CACHE)).isFalse();
        assertThat(settings.lines(Field.CACHE_FROM)).containsExactly("r.example.com/a:1");
        assertThat(settings.textOrDefault(Field.CONTEXT)).isEqualTo(".");
        assertThatThrownBy(settings::goal).hasMessage("Cerebro: Build image releases nothing");
    }

    @Test
    void knowsAStagesBakeByItsOwnName() {
        assertThat(TaskSettings.read(TaskKind.CANARY_PARTIAL, Map.of("realm", "prod", "bake", "5m"))
                        .overrides()
                        .fields())
                .isEqualTo(Map.of("partialBake", "5m"));
        assertThat(TaskSettings.read(TaskKind.CANARY_ISOLATED, Map.of("realm", "prod", "bake", "5m"))
                        .overrides()
                        .fields())
                .isEqualTo(Map.of("isolatedBake", "5m"));
    }

    @Test
    void readsAJob() {
        assertThat(TaskSettings.read(TaskKind.JOB, Map.of("realm", "prod", "run", "true"))
                        .job())
                .isEqualTo(
                        new JobRequest(JobRequest.Action.DEPLOY, Optional.empty(), true, false, Duration.ofHours(1)));
        Map<String, String> stopped = Map.of("realm", "prod", "action", "delete", "job", "report", "onlyTasks", "true");
        assertThat(TaskSettings.read(TaskKind.JOB, stopped).job())
                .isEqualTo(new JobRequest(
                        JobRequest.Action.DELETE, Optional.of("report"), false, true, Duration.ofHours(1)));
        assertThat(TaskSettings.read(TaskKind.JOB, stopped).tidies()).isTrue();
        assertThat(TaskSettings.read(TaskKind.JOB, Map.of("realm", "prod")).tidies())
                .isFalse();
    }

    @Test
    void plansWhatItIsToldTo() {
        assertThat(TaskSettings.read(TaskKind.PLAN, Map.of("realm", "prod")).goal())
                .isEqualTo(Goal.RELEASE);
        assertThat(TaskSettings.read(TaskKind.PLAN, Map.of("realm", "prod", "goal", "deploy"))
                        .goal())
                .isEqualTo(Goal.DEPLOY);
    }

    @Test
    void releasesAsFarAsItIsToldTo() {
        assertThat(TaskSettings.read(TaskKind.RELEASE, Map.of("realm", "prod")).goal())
                .isEqualTo(Goal.RELEASE);
        assertThat(TaskSettings.read(TaskKind.RELEASE, Map.of("realm", "prod", "until", "isolated"))
                        .goal())
                .isEqualTo(Goal.TRIAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BUILD           | realm           | Prod       | realm must be up to 32 lower-case letters, digits and '-', such as prod, but is 'Prod'
            BUILD           | realm           | ''         | realm is missing: give it, such as prod
            BUILD           | name            | ''         | name is missing: give it, such as shop/orders
            BUILD           | name            | a:1        | name must be the image's name in the registry, without registry and tag, such as shop/orders, but is 'a:1'
            BUILD           | tag             | -          | tag: '-' is not an image's tag: it has 1 to 128 letters, digits, '_', '.' and '-', and begins with none of the last two
            BUILD           | buildArgs       | s3cret     | buildArgs has one NAME=VALUE a line, but line 1 has no name and '='
            BUILD           | buildArgs       | A-B=s3cret | buildArgs: 'A-B' is not a build argument's name; one is VERSION
            BUILD           | labels          | _=1        | labels: '_' is not a label's name; one is com.example.team
            BUILD           | cacheFrom       | -x         | cacheFrom: '-x' is not an image to take layers from; one is 127.0.0.1:5000/shop/orders:v1
            BUILD           | target          | -x         | target: '-x' is not a build stage; one is build
            BUILD           | platform        | arm        | platform: 'arm' is not a platform; one is linux/amd64
            BUILD           | pull            | yes        | pull must be one of true, false, but is 'yes'
            PLAN            | goal            | promote    | goal must be one of release, deploy, but is 'promote'
            RELEASE         | until           | partial    | until must be one of full, isolated, but is 'partial'
            BUILD           | context         | 'a	b'     | context must be one path, such as ., in one line
            DEPLOY          | image           | a b        | image must be one image, such as registry.example.com/shop/orders@sha256:…, but is 'a b'
            DEPLOY          | variables       | A          | variables has one NAME=VALUE a line, but line 1 has no name and '='
            DEPLOY          | healthyWithin   | 5          | healthyWithin must be a duration such as 30s, 5m or 1h, but is '5'
            CANARY_ISOLATED | bake            | 5          | bake must be a duration such as 30s, 5m or 1h, but is '5'
            CANARY_PARTIAL  | bake            | 5          | bake must be a duration such as 30s, 5m or 1h, but is '5'
            PROMOTE         | service         | ''         | service is missing: give it, such as /orders
            PROMOTE         | service         | /Orders    | service: '/Orders' is not a Marathon app id: it must be absolute, such as /shop/cart, with lower-case letters, digits, hyphens and dots in each part
            SCALE           | instances       | ''         | instances is missing: give it, such as +2
            SCALE           | instances       | two        | instances is a number such as 5, or a change such as +2, -1, x2 or 150%, but is 'two'
            SCALE           | instances       | 0          | instances: the realm allows 1 instance or more of a service, not 0
            SCALE           | duringRelease   | yes        | duringRelease must be one of true, false, but is 'yes'
            JOB             | action          | start      | action must be one of deploy, run, wait, delete, but is 'start'
            JOB             | action          | wait       | job is missing: action 'wait' needs one, such as orders-report
            JOB             | job             | a b        | job: 'a b' is not a job's name: it has letters, digits, '_', '.' and '-'
            JOB             | within          | soon       | within is a duration such as 500ms, 30s, 5m or 1h, not 'soon'
            JOB             | onlyTasks       | true       | onlyTasks belongs to action 'delete', not to 'deploy'
            RELEASE         | onNotEnoughData | wait       | onNotEnoughData must be one of hold, promote, rollback, but is 'wait'
            RELEASE         | pecent          | 5          | Cerebro: Release has no field 'pecent'; did you mean 'percent'?
            RELEASE         | definition      | id: /x     | definition is given, and file, too: leave file blank, or read the definition from it
            """)
    void namesTheFieldAndTheMend(TaskKind kind, String key, String text, String message) {
        Map<String, String> configuration = new HashMap<>(Map.of("realm", "prod"));
        configuration.putAll(
                switch (kind) {
                    case BUILD -> Map.of("name", "shop/orders");
                    case PROMOTE -> Map.of("service", "/orders");
                    case SCALE -> Map.of("service", "/orders", "instances", "5");
                    default -> Map.of("file", "marathon.yaml");
                });
        configuration.put(key, text);

        assertThatThrownBy(() -> TaskSettings.read(kind, configuration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @EnumSource
    void takesAVariableInEveryField(TaskKind kind) {
        for (Field field : kind.fields()) {
            field.check("${bamboo.some.variable}");
            field.check("a${bamboo.x}b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAVariableThatNobodySet(TaskKind kind) {
        for (Field field : kind.fields()) {
            TaskSettings settings = new TaskSettings(kind, Map.of(field.key(), "a-${bamboo.cerebro.image}"));
            assertThatThrownBy(settings::resolved)
                    .hasMessage(
                            field.key() + " needs the variable cerebro.image, and there is none: set it in the plan,"
                                    + " the environment or an earlier task");
        }
        TaskSettings without = new TaskSettings(kind, Map.of("definition", "id: ${ID}"));
        assertThat(without.resolved()).isSameAs(without);
    }

    @Test
    void passesOverWhatMayBeBamboosOwn() {
        assertThat(TaskSettings.read(TaskKind.DEPLOY, Map.of("realm", "prod", "workingSubDirectory", "x"))
                        .given())
                .isEqualTo(Map.of("realm", "prod"));
        assertThat(Problem.strictlyOf(TaskKind.DEPLOY, Map.of("realm", "prod", "workingSubDirectory", "x")))
                .containsExactly(
                        new Problem("workingSubDirectory", "Cerebro: Deploy has no field 'workingSubDirectory'."));
    }

    @Test
    void findsAllThatIsWrongAtOnce() {
        assertThat(Problem.of(TaskKind.BUILD, Map.of("percnt", "5")))
                .extracting(Problem::key)
                .containsExactly("realm", "name");
    }
}
