package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether an app is settled, on what a real Marathon showed at the moments that deceive. */
class AppTest {
    @Test
    void isSettledWhenAllInstancesServeAndNoDeploymentIsOpen() {
        App app = Recorded.app("app-rolled");

        assertThat(app.settled()).isTrue();
        assertThat(app.serving()).hasSize(3);
        assertThat(app.outdated()).isEmpty();
    }

    @Test
    void isNotSettledInTheMiddleOfARollingUpdateThoughAsManyRunAsAreWanted() {
        App app = Recorded.app("app-rolling");

        assertThat(app.tasks()).hasSize(app.instances()).allMatch(Task::running);
        assertThat(app.serving()).hasSize(2);
        assertThat(app.outdated()).hasSize(1);
        assertThat(app.deployments()).hasSize(1);
        assertThat(app.settled()).isFalse();
    }

    @Test
    void countsTasksOfBeforeAScaleAsCurrent() {
        App app = Recorded.app("app-scaled");

        assertThat(app.tasks().stream().map(Task::version).distinct()).hasSize(2);
        assertThat(app.serving()).hasSize(3);
        assertThat(app.settled()).isTrue();
    }

    @Test
    void isNotSettledInTheMiddleOfAScale() {
        App app = Recorded.app("app-scaled-mid");

        assertThat(app.serving()).hasSize(2);
        assertThat(app.outdated()).isEmpty();
        assertThat(app.settled()).isFalse();
    }

    @Test
    void takesNewerTasksAsOutdatedWhileMarathonRollsBack() {
        App app = Recorded.app("app-rolling-back");

        assertThat(app.version()).isEqualTo(Instant.parse("2026-11-23T00:41:43.738Z"));
        assertThat(app.outdated())
                .hasSize(1)
                .allMatch(task -> task.version().get().isAfter(app.version()));
        assertThat(app.settled()).isFalse();
    }

    @Test
    void isSettledAfterMarathonHasRolledBackToAnOldVersion() {
        App app = Recorded.app("app-rolled-back");

        assertThat(app.version()).isEqualTo(Instant.parse("2026-11-23T00:41:43.738Z"));
        assertThat(app.settled()).isTrue();
        assertThat(app.lastTaskFailure()).hasValueSatisfying(failure -> {
            assertThat(failure.state()).isEqualTo("TASK_KILLED");
            assertThat(failure.message())
                    .isEqualTo("Task was killed since health check failed. Reason: 503 Service Unavailable");
            assertThat(failure.version()).isEqualTo(Instant.parse("2026-11-23T00:44:49.054Z"));
        });
    }

    @Test
    void isNotSettledWhileTheNewInstanceFailsItsHealthCheck() {
        App app = Recorded.app("app-failing-health");
        Task sick = app.tasks().get(3);

        assertThat(app.settled()).isFalse();
        assertThat(app.serving()).isEmpty();
        assertThat(app.outdated()).hasSize(3);
        assertThat(app.current(sick)).isTrue();
        assertThat(sick.health()).singleElement().satisfies(health -> {
            assertThat(health.alive()).isFalse();
            assertThat(health.lastFailureCause()).contains("503 Service Unavailable");
        });
    }

    @Test
    void isNotSettledWhenItCrashesAfterItsDeploymentSucceeded() {
        App app = Recorded.app("app-crashed-after-success");

        assertThat(app.deployments()).isEmpty();
        assertThat(app.tasks()).extracting(Task::state).containsExactly("TASK_FAILED");
        assertThat(app.tasks().get(0).version()).isEmpty();
        assertThat(app.settled()).isFalse();
    }

    @Test
    void isNotSettledInACrashLoop() {
        App app = Recorded.app("app-crash-loop");

        assertThat(app.tasks()).hasSize(2).noneMatch(Task::alive);
        assertThat(app.lastTaskFailure()).isPresent();
        assertThat(app.settled()).isFalse();
    }

    @Test
    void isNotSettledWhenANewLeaderHasNotRecoveredTheDeploymentYet() {
        App app = Recorded.app("app-failover");

        assertThat(app.deployments()).isEmpty();
        assertThat(app.tasks()).hasSize(4).allMatch(Task::running);
        assertThat(app.serving()).isEmpty();
        assertThat(app.settled()).isFalse();
    }

    @Test
    void isNotSettledByTheDyingTasksOfADeletedNamesake() {
        App app = Recorded.app("app-recreated-while-dying");

        assertThat(app.deployments()).isEmpty();
        assertThat(app.tasks()).hasSize(app.instances()).allMatch(Task::running);
        assertThat(app.outdated()).hasSize(2);
        assertThat(app.settled()).isFalse();
    }

    @Test
    void doesNotServeWhatAReadinessCheckHasNotFoundReady() {
        App app = Recorded.app("app-rolled");
        String first = app.tasks().get(0).id();
        App unready = new App(
                app.definition(),
                app.version(),
                app.lastConfigChangeAt(),
                app.instances(),
                List.of(),
                app.tasks(),
                List.of(first),
                app.lastTaskFailure());

        assertThat(unready.serving()).extracting(Task::id).hasSize(2).doesNotContain(first);
        assertThat(unready.settled()).isFalse();
    }

    @Test
    void isNotSettledByASuccessThatIsToldWithFortyOfAThousandInstances() {
        App app = Recorded.app("app-rolled");
        List<Task> forty = Collections.nCopies(40, app.tasks().get(0));

        App told = new App(
                app.definition(),
                app.version(),
                app.lastConfigChangeAt(),
                1000,
                List.of(),
                forty,
                List.of(),
                Optional.empty());

        assertThat(told.serving()).hasSize(40);
        assertThat(told.settled()).isFalse();
    }
}
