package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cerebro.http.Ask;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 1 to 9: where Marathon says success and it is none, and what a look tells all the same. */
interface TruthContract extends Contract {
    @Test
    default void behaviour01WhoListensBeforeItAsksHearsOfADeploymentHoweverEarlyItIsTold() {
        String deployment =
                ground().put(Ground.sleeper(ground().id("early"), 1)).deploymentId();

        heard().of("deployment_success", deployment);

        assertThat(heard().types(deployment)).contains("deployment_info").endsWith("deployment_success");
    }

    @Test
    default void behaviour02ForceCancelsTheRunningDeploymentAndOldTasksStay() {
        AppId id = ground().id("forced");
        ground().live(id, 2);
        String update = ground().stuckUpdate(id);

        String forced = Ground.body(ground().remote
                        .ask(Ask.put("/v2/apps" + id, "{\"instances\":3}").with("force", "true")))
                .path("deploymentId")
                .asText();

        heard().of("deployment_failed", update);
        assertThat(ground().open(update)).isFalse();
        assertThat(heard().of("deployment_info", forced)
                        .data()
                        .at("/plan/steps")
                        .findValuesAsText("action"))
                .containsExactly("ScaleApplication");
        assertThat(ground().app(id).outdated()).hasSize(2);
        assertThat(ground().app(id).settled()).isFalse();
    }

    @Test
    default void behaviour03TheSameAgainAfterACancelIsAnEmptyPlanAndTheMixStays() {
        AppId id = ground().id("mixed");
        ground().live(id, 2);
        String update = ground().stuckUpdate(id);
        ground().remote.ask(Ask.delete("/v2/deployments/" + update).with("force", "true"));
        heard().of("deployment_failed", update);

        String again = ground().put(ground().app(id).definition()).deploymentId();

        assertThat(heard().of("deployment_success", again).data().at("/plan/steps"))
                .isEmpty();
        App app = ground().app(id);
        assertThat(app.deployments()).isEmpty();
        assertThat(app.outdated()).isNotEmpty();
        assertThat(app.settled()).isFalse();
    }

    @Test
    default void behaviour05AnAppMadeAnewWhileItsOldTasksDieIsSettledByNewTasksOnly() {
        AppId id = ground().id("anew");
        Set<String> old = ids(ground().live(id, 2).tasks());
        ground().marathon.deleteOverOwnDeployment(id);

        Eventually.see(
                () -> ground().marathon.put(Ground.sleeper(id, 2)) instanceof Change.Accepted, id + " is made anew");

        assertThat(ids(ground().settled(id).tasks())).doesNotContainAnyElementsOf(old);
    }

    @Test
    default void behaviour06AScaleLeavesOldTasksTheirVersionAndTheyAreOfThePresentConfiguration() {
        AppId id = ground().id("scaled");
        App before = ground().live(id, 1);

        Ground.accepted(ground().marathon.scale(id, 2));

        App after = ground().settled(id);
        assertThat(after.version()).isAfter(before.version());
        assertThat(after.lastConfigChangeAt()).isEqualTo(before.lastConfigChangeAt());
        assertThat(after.tasks())
                .extracting(Task::version)
                .contains(before.tasks().get(0).version());
        assertThat(after.serving()).hasSize(2);
    }

    @Test
    default void behaviour07ARollbackOfADeploymentTakesTheVersionBack() {
        AppId id = ground().id("back");
        App before = ground().live(id, 1);
        String update = ground().stuckUpdate(id);
        assertThat(ground().app(id).version()).isAfter(before.version());

        assertThat(ground().remote.ask(Ask.delete("/v2/deployments/" + update)).status())
                .isEqualTo(200);

        App after = ground().settled(id);
        assertThat(after.version()).isBeforeOrEqualTo(before.version());
        assertThat(after.definition()).isEqualTo(before.definition());
    }

    @Test
    default void behaviour08ACrashAfterTheFirstSecondsComesWithNoDeploymentOpen() {
        AppId id = ground().id("crash");
        String deployment = ground().put(crashing(id)).deploymentId();
        heard().of("deployment_success", deployment);

        assumeTrue(
                Eventually.within(Duration.ofSeconds(30), () -> failed(id)),
                "tasks of this Marathon do not do what their command says");

        App app = ground().app(id);
        assertThat(app.deployments()).isEmpty();
        assertThat(app.lastTaskFailure().orElseThrow().state()).isEqualTo("TASK_FAILED");
        assertThat(app.lastTaskFailure().orElseThrow().version()).isEqualTo(app.version());
    }

    private boolean failed(AppId id) {
        return ground().app(id).lastTaskFailure().isPresent();
    }

    /** The labels say the same to a simulated driver as the command says to a real one. */
    private static AppDefinition crashing(AppId id) {
        return Ground.with(
                Ground.sleeper(id, 1),
                "{\"cmd\":\"sleep 2; exit 3\",\"labels\":{\"SIM_FAIL_AFTER_MS\":\"2000\","
                        + "\"SIM_MSG\":\"Container exited with status 3\"}}");
    }

    private static Set<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).collect(Collectors.toSet());
    }
}
