package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.MarathonException;
import io.cerebro.marathon.Task;
import java.io.IOException;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** 17 to 22, and 42: what becomes of a definition that is sent. */
interface PutContract extends Contract {
    @Test
    default void behaviour17APartialPutReplacesFieldsWholeAndNullLeavesThem() {
        AppId id = ground().id("partial");
        ground().put(Ground.with(Ground.tooBig(id), "{\"instances\":0,\"labels\":{\"a\":\"1\",\"b\":\"2\"}}"));
        ground().settled(id);

        ground().partial(id, "{\"labels\":{\"c\":\"3\"}}");
        assertThat(ground().settled(id).definition().labels()).isEqualTo(Map.of("c", "3"));

        ground().partial(id, "{\"labels\":null}");
        assertThat(ground().settled(id).definition().labels()).isEqualTo(Map.of("c", "3"));

        ground().partial(id, "{\"labels\":{}}");
        assertThat(ground().settled(id).definition().labels()).isEmpty();
    }

    @Test
    default void behaviour18AWholePutSetsBackWhatItLeavesOut() {
        AppId id = ground().id("whole");
        ground().put(Ground.with(Ground.sleeper(id, 2), "{\"labels\":{\"a\":\"1\"}}"));
        ground().settled(id);

        ground().put(Ground.sleeper(id, 2).withoutInstances());

        App app = ground().settled(id);
        assertThat(app.instances()).isEqualTo(1);
        assertThat(app.definition().labels()).isEmpty();
    }

    @Test
    default void behaviour19UnknownFieldsAreIgnoredAndThePathsIdWins() {
        AppId id = ground().id("typo");
        AppDefinition other = Ground.with(Ground.sleeper(id, 1), "{\"id\":\"/other\",\"instnaces\":3}");

        Answer answer = ground().remote.ask(Ask.put("/v2/apps" + id, other.toString()));

        assertThat(answer.status()).isEqualTo(201);
        App app = ground().settled(id);
        assertThat(app.instances()).isEqualTo(1);
        assertThat(app.definition().json().has("instnaces")).isFalse();
    }

    @Test
    default void behaviour20WhatWasReadCanBePutBackAndRestartsNothing() {
        AppId id = ground().id("putback");
        App before = ground().live(id, 1);
        Answer read = ground().remote.ask(Ask.get("/v2/apps" + id));
        ObjectNode whole = (ObjectNode) Ground.body(read).path("app");

        Answer refused = ground().partial(id, whole.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The 'version' field may only be combined with the 'id' field.");

        String again = ground().put(before.definition()).deploymentId();
        assertThat(heard().of("deployment_success", again).data().at("/plan/steps"))
                .isEmpty();
        assertThat(ground().settled(id).tasks())
                .extracting(Task::id)
                .containsExactly(before.tasks().get(0).id());
    }

    @Test
    default void behaviour21AnOldVersionComesBackUnderANewOne() {
        AppId id = ground().id("earlier");
        App first = ground().live(id, 1);
        ground().put(Ground.with(Ground.sleeper(id, 1), "{\"env\":{\"A\":\"1\"}}"));
        App second = ground().settled(id);

        assertThat(ground().partial(id, "{\"version\":\"" + first.versionText() + "\"}")
                        .status())
                .isEqualTo(200);

        App third = ground().settled(id);
        assertThat(third.definition()).isEqualTo(first.definition());
        assertThat(third.version()).isAfter(second.version());
        Answer unknown = ground().partial(id, "{\"version\":\"2015-01-01T00:00:00.000Z\"}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"App '" + id + "' does not exist\"}");
        assertThat(ground().marathon.version(id, "2015-01-01T00:00:00.000Z")).isEmpty();
        assertThat(ground().marathon.version(id, first.versionText())).contains(first.definition());
    }

    @Test
    default void behaviour22APatchOfWhatIsNotThereIsRefusedAsInvalid() throws IOException {
        RequestBody scale = RequestBody.create("{\"instances\":1}", MediaType.get("application/json"));

        assertThat(ground().status(ground().request("/v2/apps" + ground().id("missing"))
                        .patch(scale)))
                .isEqualTo(422);
    }

    /** Nothing of it is sent, so this is safe anywhere. */
    @Test
    default void behaviour42WhatMarathonDoesNotSurviveIsNotSent() {
        AppId id = ground().id("hazard");
        AppDefinition grouped = Ground.with(Ground.sleeper(id, 1), "{\"constraints\":[[\"hostname\",\"GROUP_BY\"]]}");
        AppDefinition huge = Ground.with(Ground.sleeper(id, 1), "{\"env\":{\"A\":\"" + "x".repeat(3_000_000) + "\"}}");

        assertThatThrownBy(() -> ground().marathon.put(grouped))
                .isInstanceOf(MarathonException.class)
                .hasMessageStartingWith("the definition of " + id + " was not sent: the constraint");
        assertThatThrownBy(() -> ground().marathon.create(huge))
                .isInstanceOf(MarathonException.class)
                .hasMessageStartingWith("the definition of " + id + " was not sent: it has 3000");
        assertThat(ground().marathon.app(id)).isEmpty();
    }
}
