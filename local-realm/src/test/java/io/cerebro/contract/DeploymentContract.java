package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Change;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 10 to 16: deployments, their locks and their end. */
interface DeploymentContract extends Contract {
    @Test
    default void behaviour10EveryChangeNamesItsDeploymentAndAPostOfWhatIsThereNamesNone() {
        AppId put = ground().id("put");
        Answer created = ground().remote
                .ask(Ask.put("/v2/apps" + put, Ground.sleeper(put, 1).toString()));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.location()).endsWith(put.path());
        assertThat(Ground.body(created).fieldNames()).toIterable().containsOnly("deploymentId", "version");
        ground().settled(put);
        Answer updated = ground().remote.ask(Ask.put("/v2/apps" + put, "{\"labels\":{\"a\":\"b\"}}"));
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.location()).isEmpty();

        AppId post = ground().id("post");
        Change.Accepted made = Ground.accepted(ground().marathon.create(Ground.sleeper(post, 1)));
        heard().of("deployment_success", made.deploymentId());

        assertThat(ground().settled(post).versionText()).isEqualTo(made.version());
        assertThat(ground().marathon.create(Ground.sleeper(post, 1))).isEqualTo(new Change.Exists());
    }

    @Test
    default void behaviour11APlanSaysWhetherTasksRestart() {
        AppId id = ground().id("planned");
        String created = ground().put(Ground.sleeper(id, 1)).deploymentId();
        assertThat(actions(created)).containsExactly("StartApplication", "ScaleApplication");
        ground().settled(id);
        String scaled = Ground.accepted(ground().marathon.scale(id, 2)).deploymentId();
        assertThat(actions(scaled)).containsExactly("ScaleApplication");
        ground().settled(id);
        String labelled = Ground.body(ground().partial(id, "{\"labels\":{\"a\":\"b\"}}"))
                .path("deploymentId")
                .asText();
        assertThat(actions(labelled)).containsExactly("RestartApplication");
        ground().settled(id);
        String both = Ground.body(ground().partial(id, "{\"instances\":1,\"labels\":{\"a\":\"c\"}}"))
                .path("deploymentId")
                .asText();
        assertThat(actions(both)).containsExactly("RestartApplication");
        ground().settled(id);
        String deleted = Ground.accepted(ground().marathon.delete(id)).deploymentId();
        assertThat(actions(deleted)).containsExactly("StopApplication");
    }

    private List<String> actions(String deployment) {
        return heard().of("deployment_success", deployment)
                .data()
                .at("/plan/steps")
                .findValuesAsText("action");
    }

    @Test
    default void behaviour11AnOpenDeploymentSaysWhichAppsItTouchesAndWhereItStands() {
        AppId id = ground().id("open");
        String stuck = ground().put(Ground.tooBig(id)).deploymentId();
        Eventually.see(() -> ground().deployment(stuck).path("currentStep").asInt() == 2, "the second step");

        JsonNode item = ground().deployment(stuck);

        assertThat(item.at("/affectedApps/0").asText()).isEqualTo(id.path());
        assertThat(item.path("totalSteps").asInt()).isEqualTo(2);
        assertThat(item.at("/currentActions/0/action").asText()).isEqualTo("ScaleApplication");
        assertThat(item.at("/currentActions/0/readinessCheckResults").isArray()).isTrue();
        assertThat(ground().remote.ask(Ask.get("/v2/deployments/" + stuck)).status())
                .isEqualTo(405);
    }

    @Test
    default void behaviour12ALockedAppNamesItsHolderAndARefusedVersionStays() {
        AppId id = ground().id("locked");
        ground().live(id, 1);
        String holder = ground().stuckUpdate(id);
        int versions = ground().marathon.versions(id).size();

        Change refused = ground().marathon.put(Ground.with(Ground.sleeper(id, 1), "{\"env\":{\"A\":\"1\"}}"));

        assertThat(refused).isEqualTo(new Change.Locked(List.of(holder)));
        assertThat(ground().marathon.versions(id)).hasSize(versions + 1);
        assertThat(ground().marathon.put(ground().app(id).definition())).isInstanceOf(Change.Accepted.class);
    }

    @Test
    default void behaviour12OfSixWhoCreateAtOnceExactlyOneGoesOn() {
        AppId id = ground().id("six");
        List<CompletableFuture<Change>> asked = IntStream.range(0, 6)
                .mapToObj(i -> Ground.with(Ground.tooBig(id), "{\"env\":{\"WHO\":\"" + i + "\"}}"))
                .map(definition ->
                        CompletableFuture.supplyAsync(() -> ground().marathon.put(definition)))
                .toList();

        List<Change> said = asked.stream().map(CompletableFuture::join).toList();

        assertThat(said).filteredOn(Change.Accepted.class::isInstance).hasSize(1);
        assertThat(said).filteredOn(Change.Locked.class::isInstance).hasSize(5);
    }

    @Test
    default void behaviour13ADeploymentIsRolledBackByAnotherOrStoppedWhereItIs() {
        AppId id = ground().id("turned");
        String stuck = ground().put(Ground.tooBig(id)).deploymentId();

        Answer back = ground().remote.ask(Ask.delete("/v2/deployments/" + stuck));

        assertThat(back.status()).isEqualTo(200);
        assertThat(Ground.body(back).path("deploymentId").asText()).isNotEmpty().isNotEqualTo(stuck);
        assertThat(heard().of("deployment_failed", stuck).data().path("reason").asText())
                .isEqualTo("The upgrade has been cancelled");
        Eventually.see(() -> ground().marathon.app(id).isEmpty(), "the creation is undone");

        AppId other = ground().id("stopped");
        String second = ground().put(Ground.tooBig(other)).deploymentId();
        Answer stopped =
                ground().remote.ask(Ask.delete("/v2/deployments/" + second).with("force", "true"));
        assertThat(stopped.status()).isEqualTo(202);
        assertThat(stopped.body()).isEmpty();
        Eventually.see(() -> !ground().open(second), second + " is gone");

        Answer unknown = ground().remote.ask(Ask.delete("/v2/deployments/nosuch"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"DeploymentPlan nosuch does not exist\",\"details\":[]}");
    }

    @Test
    default void behaviour14ADeleteWithoutForceIsLockedAndOneWithItIsNot() {
        AppId id = ground().id("deleted");
        String holder = ground().put(Ground.tooBig(id)).deploymentId();

        assertThat(ground().marathon.delete(id)).isEqualTo(new Change.Locked(List.of(holder)));
        assertThat(ground().remote.ask(Ask.delete("/v2/apps" + id)).status()).isEqualTo(200);

        assertThat(ground().marathon.app(id)).isEmpty();
        assertThat(ground().marathon.delete(id)).isEqualTo(new Change.Absent());
    }

    @Test
    default void behaviour16WhatCannotBePlacedStaysOpenWithoutAWord() {
        AppId id = ground().id("never");
        String stuck = ground().put(Ground.tooBig(id)).deploymentId();
        Eventually.see(() -> ReadingContract.rejected(ground(), id), "offers have been refused");

        assertThat(ground().open(stuck)).isTrue();
        assertThat(ground().app(id).deployments()).containsExactly(stuck);
        assertThat(heard().types(stuck)).doesNotContain("deployment_failed", "deployment_success");
    }
}
