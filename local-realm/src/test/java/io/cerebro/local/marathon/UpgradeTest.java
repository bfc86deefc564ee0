package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {
    @TempDir
    Path directory;

    private TestRealm realm;

    @BeforeEach
    void start() {
        realm = new TestRealm(directory);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    private static String app(int instances, String image, String more) {
        return "{'instances':%d,'cpus':0.1,'mem':32,'container':{'type':'DOCKER','docker':{'image':'%s'},'portMappings':[{'containerPort':80}]},'networks':[{'mode':'container/bridge'}]%s}"
                .formatted(instances, image, more)
                .replace('\'', '"');
    }

    private static final String CHECKED =
            ",'healthChecks':[{'protocol':'HTTP','path':'/health','gracePeriodSeconds':10,'intervalSeconds':2,'maxConsecutiveFailures':3}]";

    private long running() {
        return realm.app("/orders").path("tasksRunning").asLong();
    }

    @Test
    void startsTheWholeNewVersionBesideTheOldOneByDefault() {
        realm.put("/v2/apps/orders", app(3, "orders:1", CHECKED));
        realm.advance(3);
        realm.put("/v2/apps/orders", app(3, "orders:2", CHECKED));
        assertThat(realm.tasks("/orders")).hasSize(6);
        assertThat(realm.runner.kills).isEmpty();
        realm.advance(1.1);
        assertThat(running()).isEqualTo(6);
        realm.advance(3);
        assertThat(running()).isEqualTo(3);
        assertThat(realm.get("/v2/deployments")).isEmpty();
    }

    @Test
    void killsAnOldInstanceOnlyWhenANewOneIsHealthy() {
        String half = CHECKED + ",'upgradeStrategy':{'minimumHealthCapacity':0.5,'maximumOverCapacity':0.5}";
        realm.put("/v2/apps/orders", app(3, "orders:1", half));
        realm.advance(3);
        realm.put("/v2/apps/orders", app(3, "orders:2", half));
        realm.advance(1.1);
        assertThat(running()).isEqualTo(4);
        assertThat(realm.runner.kills).isEmpty();
        realm.advance(0.2);
        assertThat(realm.runner.kills).hasSize(1);
        realm.advance(20);
        assertThat(realm.runner.kills).hasSize(3);
        assertThat(realm.get("/v2/deployments")).isEmpty();
    }

    @Test
    void keepsTheOldVersionWhenTheNewOneNeverGetsHealthy() {
        realm.put("/v2/apps/orders", app(2, "orders:1", CHECKED));
        realm.advance(3);
        List<String> old = List.copyOf(realm.tasks("/orders").keySet());
        realm.put("/v2/apps/orders", app(2, "orders:2-sick", CHECKED));
        realm.advance(120);
        assertThat(realm.runner.running()).containsAll(old);
        assertThat(realm.get("/v2/deployments")).hasSize(1);
        assertThat(realm.app("/orders").at("/lastTaskFailure/message").asText())
                .isEqualTo("Task was killed since health check failed. Reason: 503 Service Unavailable");
    }

    @Test
    void waitsForReadinessToo() {
        String ready = CHECKED
                + ",'readinessChecks':[{'name':'warm','path':'/ready','portName':'http'}],'labels':{'SIM_READY_MS':'5000'}";
        realm.put("/v2/apps/orders", app(1, "orders:1", ready));
        realm.advance(4);
        assertThat(realm.get("/v2/deployments").at("/0/currentActions/0/readinessCheckResults"))
                .singleElement()
                .hasToString(
                        "{\"name\":\"warm\",\"taskId\":\"%s\",\"ready\":false,\"lastResponse\":{\"status\":503,\"contentType\":\"\",\"body\":\"warming up\"}}"
                                .formatted(realm.tasks("/orders")
                                        .keySet()
                                        .iterator()
                                        .next()));
        realm.advance(3);
        assertThat(realm.get("/v2/deployments")).isEmpty();
    }

    @Test
    void freesCapacityAtOnceForAppsWithoutChecks() {
        String none = ",'upgradeStrategy':{'minimumHealthCapacity':0,'maximumOverCapacity':0}";
        realm.put("/v2/apps/orders", app(2, "orders:1", none));
        realm.advance(3);
        realm.put("/v2/apps/orders", app(2, "orders:2", none));
        assertThat(realm.runner.kills).hasSize(2);
        assertThat(realm.tasks("/orders")).hasSize(2);
        realm.advance(2);
        assertThat(realm.tasks("/orders").values()).containsOnly("TASK_RUNNING");
        assertThat(realm.get("/v2/deployments")).isEmpty();
    }

    @Test
    void replacesAnOldInstanceThatDiesMeanwhileByANewOne() {
        realm.put("/v2/apps/orders", app(1, "orders:1", CHECKED));
        realm.advance(3);
        String old = realm.tasks("/orders").keySet().iterator().next();
        realm.put("/v2/apps/orders", app(1, "orders:2-sick", CHECKED));
        realm.runner.become(old, "TASK_FAILED", "Container exited with status 137");
        assertThat(realm.tasks("/orders")).hasSize(1).doesNotContainKey(old);
        assertThat(realm.app("/orders").at("/lastTaskFailure/taskId").asText()).isEqualTo(old);
    }

    @Test
    void takesAnInstanceOutOfRotationBeforeItIsKilled() {
        realm.put("/v2/apps/orders", app(1, "orders:1", CHECKED));
        realm.advance(3);
        assertThat(realm.rotation.last("/orders").instances()).hasSize(1);
        int port = realm.rotation.last("/orders").instances().iterator().next().port();
        realm.put("/v2/apps/orders", app(1, "orders:2", CHECKED));
        realm.advance(1.3);
        assertThat(realm.rotation.left).containsExactly("/orders " + port);
        assertThat(realm.rotation.last("/orders").instances())
                .singleElement()
                .matches(address -> address.port() != port);
        assertThat(realm.runner.kills).hasSize(1);
    }

    @Test
    void aForcedScaleOverARollingUpdateLeavesTheOldOnes() {
        realm.put("/v2/apps/orders", app(3, "orders:1", CHECKED));
        realm.advance(3);
        realm.put(
                "/v2/apps/orders",
                app(
                        3,
                        "orders:2-sick",
                        CHECKED + ",'upgradeStrategy':{'minimumHealthCapacity':0.5,'maximumOverCapacity':0.5}"));
        realm.advance(1);
        assertThat(realm.put("/v2/apps/orders?force=true", "{\"instances\":4}").has("deploymentId"))
                .isTrue();
        assertThat(realm.get("/v2/deployments")).isEmpty();
        assertThat(realm.app("/orders").path("tasks").findValuesAsText("version").stream()
                        .distinct())
                .hasSize(2);
    }

    @Test
    void rollsBackToTheOldConfigurationUnderAnOldVersion() {
        realm.put("/v2/apps/orders", app(1, "orders:1", CHECKED));
        realm.advance(3);
        String id = realm.put("/v2/apps/orders", app(1, "orders:2-sick", CHECKED))
                .path("deploymentId")
                .asText();
        realm.advance(2);
        RawHttp.Answer answer = realm.send("DELETE", "/v2/deployments/" + id, "");
        assertThat(TestRealm.json(answer).path("version").asText()).isEqualTo("2026-11-23T00:40:00.000Z");
        realm.advance(10);
        assertThat(realm.app("/orders").at("/container/docker/image").asText()).isEqualTo("orders:1");
        assertThat(realm.get("/v2/deployments")).isEmpty();
        assertThat(realm.tasks("/orders")).hasSize(1);
    }

    @Test
    void rollingBackACreationRemovesTheApp() {
        String id = realm.put("/v2/apps/orders", app(1, "orders:1-sick", CHECKED))
                .path("deploymentId")
                .asText();
        realm.advance(2);
        realm.send("DELETE", "/v2/deployments/" + id, "");
        assertThat(realm.send("GET", "/v2/apps/orders", "").status()).isEqualTo(404);
        realm.advance(2);
        assertThat(realm.runner.running()).isEmpty();
        assertThat(realm.get("/v2/deployments")).isEmpty();
    }

    @Test
    void stoppingADeploymentByForceLeavesAllAsItIs() {
        String id = realm.put("/v2/apps/orders", app(1, "orders:1-sick", CHECKED))
                .path("deploymentId")
                .asText();
        RawHttp.Answer answer = realm.send("DELETE", "/v2/deployments/" + id + "?force=true", "");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Marathon-Deployment-Id")).isEmpty();
        realm.advance(2);
        assertThat(realm.tasks("/orders")).hasSize(1);
    }

    @Test
    void tellsTheRotationWhoseCanaryAnAppIs() {
        realm.put("/v2/apps/orders-canary", app(1, "orders:2", ",'labels':{'CEREBRO_CANARY_OF':'/orders'}" + CHECKED));
        realm.advance(2);
        assertThat(realm.rotation.last("/orders-canary").canaryOf().map(Object::toString))
                .hasValue("/orders");
        assertThat(realm.rotation.last("/orders-canary").healthPath()).hasValue("/health");
        assertThat(realm.rotation.last("/orders-canary").ports()).containsExactly(10_000);
    }
}
