package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.http.Ask;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.MarathonException;
import io.cerebro.marathon.QueueItem;
import io.cerebro.marathon.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 28 to 34: what a look shows. */
interface ReadingContract extends Contract {
    List<String> REASONS = List.of(
            "UnfulfilledRole",
            "UnfulfilledConstraint",
            "NoCorrespondingReservationFound",
            "AgentMaintenance",
            "InsufficientCpus",
            "InsufficientMemory",
            "InsufficientDisk",
            "InsufficientGpus",
            "InsufficientPorts",
            "DeclinedScarceResources");

    @Test
    default void behaviour28OneAppComesWithItsTasksAndAListWithout() {
        AppId id = ground().id("embedded");
        ground().put(Ground.with(Ground.sleeper(id, 1), "{\"labels\":{\"CEREBRO_CONTRACT\":\"" + id.name() + "\"}}"));

        App app = ground().settled(id);

        assertThat(app.tasks()).hasSize(1);
        assertThat(ground().marathon.apps("CEREBRO_CONTRACT==" + id.name()))
                .singleElement()
                .satisfies(listed -> assertThat(listed.tasks()).isEmpty())
                .satisfies(listed -> assertThat(listed.definition()).isEqualTo(app.definition()));
        JsonNode counted = Ground.body(ground().remote
                        .ask(Ask.get("/v2/apps").with("id", id.path()).with("embed", "apps.counts")))
                .at("/apps/0");
        assertThat(counted.path("tasksRunning").asInt()).isEqualTo(1);
        assertThat(counted.has("tasks")).isFalse();
    }

    @Test
    default void behaviour29ATaskSaysWhereItRunsAndOfWhichVersionItIs() {
        AppId id = ground().id("task");

        App app = ground().live(id, 1);

        Task task = app.tasks().get(0);
        assertThat(task.id()).matches(id.name() + "\\.instance-[0-9a-f-]{36}\\._app\\.1");
        assertThat(task.state()).isEqualTo("TASK_RUNNING");
        assertThat(task.version()).contains(app.version());
        assertThat(task.host()).isNotEmpty();
        assertThat(task.slaveId()).isNotEmpty();
        assertThat(task.health()).isEmpty();
    }

    @Test
    default void behaviour30AnAppThatNeverFailedTellsOfNoFailure() {
        AppId id = ground().id("well");
        ground().live(id, 2);

        Ground.accepted(ground().marathon.scale(id, 1));

        assertThat(ground().settled(id).lastTaskFailure()).isEmpty();
    }

    @Test
    default void behaviour31DefaultsAreFilledIn() {
        AppId id = ground().id("defaults");
        ground().live(id, 1);

        JsonNode app =
                Ground.body(ground().remote.ask(Ask.get("/v2/apps" + id))).path("app");

        assertThat(app.path("backoffSeconds").asInt()).isEqualTo(1);
        assertThat(app.path("backoffFactor").asDouble()).isEqualTo(1.15);
        assertThat(app.path("maxLaunchDelaySeconds").asInt()).isEqualTo(300);
        assertThat(app.path("killSelection").asText()).isEqualTo("YOUNGEST_FIRST");
        assertThat(app.path("upgradeStrategy"))
                .isEqualTo(Ground.json("{\"maximumOverCapacity\":1.0,\"minimumHealthCapacity\":1.0}"));
        assertThat(app.path("networks")).isEqualTo(Ground.json("[{\"mode\":\"host\"}]"));
        assertThat(app.path("labels")).isEqualTo(Ground.json("{}"));
    }

    @Test
    default void behaviour32TheQueueSaysWhyNoOfferFits() {
        AppId id = ground().id("waiting");
        ground().put(Ground.tooBig(id));

        Eventually.see(() -> rejected(ground(), id), "offers have been refused");

        QueueItem item = queued(ground().marathon, id).orElseThrow();
        assertThat(item.count()).isEqualTo(1);
        assertThat(item.rejections()).extracting(QueueItem.Rejection::reason).isEqualTo(REASONS);
        QueueItem.Rejection cpus = item.rejections().get(REASONS.indexOf("InsufficientCpus"));
        assertThat(cpus.declined()).isPositive().isEqualTo(cpus.processed());
    }

    static boolean rejected(Ground ground, AppId id) {
        return queued(ground.marathon, id).stream()
                .flatMap(item -> item.rejections().stream())
                .anyMatch(rejection -> rejection.declined() > 0);
    }

    static Optional<QueueItem> queued(Marathon marathon, AppId id) {
        return marathon.queue().stream().filter(item -> item.appId().equals(id)).findFirst();
    }

    @Test
    default void behaviour33VersionsOutliveTheApp() {
        AppId id = ground().id("history");
        App first = ground().live(id, 0);
        Ground.accepted(ground().marathon.delete(id));
        Eventually.see(() -> ground().marathon.app(id).isEmpty(), id + " is gone");
        assertThat(ground().marathon.versions(id)).isEmpty();

        App second = ground().live(id, 0);

        assertThat(ground().marathon.versions(id)).contains(first.versionText(), second.versionText());
    }

    @Test
    default void behaviour34LabelSelectors() {
        AppId front = ground().id("front");
        AppId data = ground().id("data");
        String mark = "CEREBRO_CONTRACT==" + front.name() + ",";
        labelled(front, front.name(), "front");
        labelled(data, front.name(), "data");

        assertThat(selected(mark + "tier==front")).containsExactly(front);
        assertThat(selected(mark + "tier!=front")).containsExactly(data);
        assertThat(selected(mark + "tier in (front,data)")).containsExactlyInAnyOrder(front, data);
        assertThat(selected(mark + "tier notin (data)")).containsExactly(front);
        assertThat(selected(mark + "tier")).containsExactlyInAnyOrder(front, data);
        assertThatThrownBy(() -> selected("tier=front"))
                .isInstanceOf(MarathonException.class)
                .hasMessageEndingWith(
                        "Marathon refused it (422): Can not parse label selector tier=front. Reason: end of input expected");
        assertThatThrownBy(() -> selected("!tier"))
                .isInstanceOf(MarathonException.class)
                .hasMessageEndingWith(
                        "Marathon refused it (422): Can not parse label selector !tier. Reason: end of input expected");
    }

    private void labelled(AppId id, String mark, String tier) {
        ground().put(Ground.with(
                Ground.sleeper(id, 0),
                "{\"labels\":{\"CEREBRO_CONTRACT\":\"" + mark + "\",\"tier\":\"" + tier + "\"}}"));
    }

    private List<AppId> selected(String selector) {
        return ground().marathon.apps(selector).stream().map(App::id).toList();
    }
}
