package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.mesos.MesosMaster;
import io.cerebro.mesos.Usage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {
    @TempDir
    Path directory;

    private TestRealm realm;

    @BeforeEach
    void start() {
        realm = new TestRealm(
                directory,
                TestRealm.START,
                config -> config.withCapacity(4, 1024).withTaskPorts(new PortRange(31_000, 31_003)));
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    private JsonNode declined(String reason) {
        for (JsonNode one : realm.get("/v2/queue").at("/queue/0/processedOffersSummary/rejectSummaryLastOffers")) {
            if (one.path("reason").asText().equals(reason)) {
                return one;
            }
        }
        throw new AssertionError(reason);
    }

    @Test
    void whatDoesNotFitWaitsInTheQueueAndSaysWhy() {
        realm.put("/v2/apps/big", "{\"cmd\":\"sleep 1\",\"instances\":3,\"cpus\":2,\"mem\":10}");
        realm.advance(30);
        assertThat(realm.app("/big").path("tasksRunning").asInt()).isEqualTo(2);
        assertThat(realm.get("/v2/queue").at("/queue/0/count").asInt()).isEqualTo(1);
        assertThat(declined("InsufficientCpus"))
                .hasToString("{\"reason\":\"InsufficientCpus\",\"declined\":1,\"processed\":1}");
        assertThat(declined("InsufficientMemory").path("processed").asInt()).isZero();
        assertThat(realm.get("/v2/deployments")).hasSize(1);
    }

    @Test
    void saysAsAMasterDoesWhatThereIsRoomFor() {
        realm.put("/v2/apps/one", "{\"cmd\":\"sleep 1\",\"instances\":2,\"cpus\":1.5,\"mem\":100}");
        realm.advance(2);

        MesosMaster master = new MesosMaster(List.of(realm.marathon().agentUrl()));
        var agents = master.agents();

        assertThat(master.usage()).isEqualTo(new Usage(3, 4, 200, 1024, 0));
        assertThat(agents).singleElement().satisfies(agent -> {
            assertThat(agent.cpus()).isEqualTo(1);
            assertThat(agent.mem()).isEqualTo(824);
            assertThat(agent.ports()).isEqualTo(2);
            assertThat(agent.disk()).isEqualTo(1_000_000);
        });
    }

    @Test
    void launchesWhatWaitsAsSoonAsThereIsRoom() {
        realm.put("/v2/apps/one", "{\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":1000}");
        realm.put("/v2/apps/two", "{\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":1000}");
        realm.advance(2);
        assertThat(declined("InsufficientMemory").path("declined").asInt()).isEqualTo(1);
        realm.send("DELETE", "/v2/apps/one", "");
        realm.advance(2);
        assertThat(realm.tasks("/two").values()).containsExactly("TASK_RUNNING");
        assertThat(realm.get("/v2/queue").path("queue")).isEmpty();
    }

    @Test
    void givesEveryPortOfATaskAndNoPortTwice() {
        realm.put(
                "/v2/apps/a",
                "{\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":1,\"instances\":3,\"portDefinitions\":[{\"port\":0},{\"port\":0}]}");
        realm.advance(2);
        assertThat(realm.app("/a").at("/tasks/0/ports")).hasToString("[31000,31001]");
        assertThat(realm.app("/a").at("/tasks/1/ports")).hasToString("[31002,31003]");
        assertThat(declined("InsufficientPorts").path("declined").asInt()).isEqualTo(1);
    }

    @Test
    void givesAFixedHostPortOnce() {
        realm.put(
                "/v2/apps/a",
                "{\"cpus\":0.1,\"mem\":1,\"instances\":2,\"networks\":[{\"mode\":\"container/bridge\"}],\"container\":{\"type\":\"DOCKER\",\"docker\":{\"image\":\"a\"},\"portMappings\":[{\"containerPort\":80,\"hostPort\":8081}]}}");
        realm.advance(2);
        assertThat(realm.app("/a").at("/tasks/0/ports")).hasToString("[8081]");
        assertThat(realm.get("/v2/queue").at("/queue/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void startsDependenciesFirst() {
        realm.put(
                "/v2/apps",
                "[{\"id\":\"web\",\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":1,\"dependencies\":[\"/db\"]},{\"id\":\"db\",\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":1}]");
        assertThat(realm.app("/web").at("/portDefinitions/0/port").asInt()).isEqualTo(10_000);
        assertThat(realm.app("/db").at("/portDefinitions/0/port").asInt()).isEqualTo(10_001);
        assertThat(realm.tasks("/web")).isEmpty();
        assertThat(realm.tasks("/db")).hasSize(1);
        realm.advance(1);
        assertThat(realm.tasks("/web")).hasSize(1);
    }

    @Test
    void replacesWhatAForcedRecreationLeftDying() {
        realm.put("/v2/apps/a", "{\"cmd\":\"sleep 1\",\"cpus\":0.1,\"mem\":1}");
        realm.advance(2);
        realm.send("DELETE", "/v2/apps/a", "");
        assertThat(realm.send("PUT", "/v2/apps/a?force=true", "{\"cmd\":\"sleep 2\",\"cpus\":0.1,\"mem\":1}")
                        .status())
                .isEqualTo(201);
        assertThat(realm.get("/v2/deployments")).isEmpty();
        realm.advance(2);
        assertThat(realm.tasks("/a").values()).containsExactly("TASK_RUNNING");
    }
}
