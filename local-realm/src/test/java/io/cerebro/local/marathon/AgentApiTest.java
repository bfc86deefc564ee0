package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.task.Runner.Stream;
import io.cerebro.mesos.MesosMaster;
import io.cerebro.mesos.Shares;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentApiTest {
    @TempDir
    Path directory;

    private TestRealm realm;
    private String task;

    @BeforeEach
    void start() {
        realm = new TestRealm(directory);
        realm.put("/v2/apps/a", "{\"cmd\":\"sleep 1\"}");
        realm.advance(2);
        task = realm.tasks("/a").keySet().iterator().next();
        realm.runner.wrote(task, "hello wörld\n");
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    private RawHttp.Answer get(String path) {
        return new RawHttp(realm.marathon().agentUrl()).send("GET", path, Map.of(), "");
    }

    private String sandbox(String list) {
        JsonNode framework = TestRealm.json(get("/state")).at("/frameworks/0");
        assertThat(framework.path("name").asText()).isEqualTo("marathon");
        JsonNode executor = framework.path(list).path(0);
        assertThat(executor.path("id").asText()).isEqualTo(task);
        return executor.path("directory").asText();
    }

    @Test
    void leadsFromATaskToWhatItWrote() {
        String directory = sandbox("executors");
        assertThat(directory).startsWith("/var/lib/mesos/slaves/").contains("/executors/" + task + "/runs/");
        JsonNode files = TestRealm.json(get("/files/browse?path=" + directory));
        assertThat(files.findValuesAsText("path")).containsExactly(directory + "/stdout", directory + "/stderr");
        assertThat(files.at("/0/size").asInt()).isEqualTo(13);
        assertThat(get("/files/read?path=" + directory + "/stdout&offset=0&length=100")
                        .text())
                .isEqualTo("{\"data\":\"hello wörld\\n\",\"offset\":0}");
    }

    @Test
    void readsPieceByPieceWithoutCuttingACharacter() {
        String file = sandbox("executors") + "/stdout";
        assertThat(get("/files/read?path=" + file + "&offset=0&length=8").text())
                .isEqualTo("{\"data\":\"hello w\",\"offset\":0}");
        assertThat(get("/files/read?path=" + file + "&offset=7&length=3").text())
                .isEqualTo("{\"data\":\"ör\",\"offset\":7}");
        assertThat(get("/files/read?path=" + file + "&offset=-1").text()).isEqualTo("{\"data\":\"\",\"offset\":13}");
        assertThat(get("/files/read?path=" + file + "&offset=99&length=5").text())
                .isEqualTo("{\"data\":\"\",\"offset\":13}");
    }

    @Test
    void keepsTheLogsOfTasksThatHaveEnded() {
        realm.send("DELETE", "/v2/apps/a", "");
        realm.advance(2);
        String file = sandbox("completed_executors") + "/stdout";
        assertThat(get("/slave(1)/files/read?path=" + file + "&offset=0").text())
                .contains("hello");
    }

    @Test
    void tellsWhoHoldsHowMuchAsAMasterDoes() {
        assertThat(TestRealm.json(get("/master/state-summary"))
                        .path("frameworks")
                        .findValuesAsText("name"))
                .containsExactly("marathon");
        realm.marathon().show(new Neighbour() {
            @Override
            public List<Task> tasks() {
                return List.of();
            }

            @Override
            public byte[] log(String taskId, Stream stream) {
                return new byte[0];
            }
        });
        assertThat(realm.marathon().take("ct.1.0.report", 0.5, 64)).isTrue();

        assertThat(new MesosMaster(List.of(realm.marathon().agentUrl())).shares())
                .isEqualTo(new Shares(
                        List.of(new Shares.Share("marathon", 1, 128), new Shares.Share("chronos", 0.5, 64))));
    }

    @Test
    void saysNoLikeMesos() {
        assertThat(get("/files/read?path=/etc/passwd").status()).isEqualTo(404);
        assertThat(get("/files/browse?path=/executors/nosuch/runs/1").status()).isEqualTo(404);
        RawHttp.Answer bad = get("/files/read");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text()).isEqualTo("Expecting 'path=value' in query.\n");
    }
}
