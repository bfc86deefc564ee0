package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppReaderTest {
    @Test
    void readsATask() {
        Task task = Recorded.app("app-rolled-back").tasks().get(0);

        assertThat(task.host()).isEqualTo("127.0.0.16");
        assertThat(task.id()).startsWith("orders.instance-").endsWith("._app.1");
        assertThat(task.slaveId()).isEqualTo("5a1ab000-0000-4000-8000-000000000000-S5");
        assertThat(task.ports()).hasSize(1).allMatch(port -> port >= 31_000 && port <= 32_000);
        assertThat(task.state()).isEqualTo("TASK_RUNNING");
        assertThat(task.version()).contains(Instant.parse("2026-11-23T00:41:43.738Z"));
        assertThat(task.health()).containsExactly(new Task.Health(true, 0, Optional.empty()));
    }

    @Test
    void readsADeadTaskThatAwaitsItsRelaunch() {
        Task task = Recorded.app("app-crash-loop").tasks().get(0);

        assertThat(task.state()).isEqualTo("TASK_FAILED");
        assertThat(task.version()).isEmpty();
        assertThat(task.ports()).isEmpty();
    }

    @Test
    void keepsNothingInTheDefinitionThatMarathonAdds() {
        JsonNode definition = Recorded.app("app-rolled-back").definition().json();

        assertThat(names(definition))
                .containsExactlyInAnyOrder(
                        "id",
                        "backoffFactor",
                        "backoffSeconds",
                        "container",
                        "cpus",
                        "disk",
                        "env",
                        "executor",
                        "healthChecks",
                        "instances",
                        "labels",
                        "maxLaunchDelaySeconds",
                        "mem",
                        "gpus",
                        "networks",
                        "requirePorts",
                        "upgradeStrategy",
                        "killSelection",
                        "unreachableStrategy",
                        "role");
    }

    @Test
    void keepsOfTwoNamesForTheSameTheOneThatMarathonWantsBack() throws IOException {
        String json = "{\"app\":{\"id\":\"/old\",\"version\":\"2018-01-01T00:00:00.000Z\",\"ports\":[10000],"
                + "\"portDefinitions\":[{\"port\":10000}],\"uris\":[\"http://x\"],\"fetch\":[{\"uri\":\"http://x\"}]}}";

        App app = AppReader.app(json);

        assertThat(names(app.definition().json())).containsExactlyInAnyOrder("id", "portDefinitions", "fetch");
        assertThat(app.lastConfigChangeAt()).isEqualTo(app.version());
    }

    @Test
    void readsWhichTasksAreNotReady() throws IOException {
        ObjectNode json = (ObjectNode) MarathonJson.tree(Recorded.body("app-rolling"));
        ArrayNode results = ((ObjectNode) json.get("app")).putArray("readinessCheckResults");
        ObjectNode waiting =
                results.addObject().put("name", "up").put("taskId", "one").put("ready", false);
        waiting.putObject("lastResponse")
                .put("status", 503)
                .put("contentType", "")
                .put("body", "warming up\n");
        results.addObject().put("name", "up").put("taskId", "two").put("ready", true);

        assertThat(AppReader.app(json.toString()).unready())
                .containsExactly(new Unready("one", "up", Optional.of("503 (warming up)")));
    }

    @Test
    void readsAnAppOfThousandsOfTasks() throws IOException {
        ObjectNode json = (ObjectNode) MarathonJson.tree(Recorded.body("app-rolled"));
        ArrayNode tasks = (ArrayNode) json.at("/app/tasks");
        JsonNode task = tasks.get(0);
        tasks.removeAll();
        for (int i = 0; i < 3_000; i++) {
            tasks.add(((ObjectNode) task.deepCopy()).put("id", "orders.instance-" + i + "._app.1"));
        }
        ((ObjectNode) json.get("app")).put("instances", 3_000);

        App app = AppReader.app(json.toString());

        assertThat(app.serving()).hasSize(3_000);
        assertThat(app.settled()).isTrue();
    }

    @Test
    void readsNoAppWhereThereIsNone() {
        assertThatThrownBy(() -> AppReader.app("{\"apps\":[]}"))
                .isInstanceOf(IOException.class)
                .hasMessage("it does not begin with 'app'");
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
