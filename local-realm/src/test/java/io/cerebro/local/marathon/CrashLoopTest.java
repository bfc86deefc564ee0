package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashLoopTest {
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

    private void crashing(int instances) {
        realm.put(
                "/v2/apps/loop",
                ("{\"instances\":" + instances
                        + ",\"backoffSeconds\":1,\"backoffFactor\":2,\"maxLaunchDelaySeconds\":20,"
                        + "\"container\":{\"type\":\"DOCKER\",\"docker\":{\"image\":\"crash\"}},"
                        + "\"networks\":[{\"mode\":\"container/bridge\"}]}"));
    }

    @Test
    void waitsLongerAfterEachFailedTask() {
        crashing(1);
        List<Integer> delays = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            realm.advance(1);
            int left =
                    realm.get("/v2/queue").at("/queue/0/delay/timeLeftSeconds").asInt();
            delays.add(left);
            realm.advance(left);
        }
        assertThat(delays).containsExactly(1, 2, 4, 8, 16, 20, 20);
    }

    @Test
    void growsOnceForEachTaskAsRecorded() {
        crashing(2);
        realm.advance(1);
        assertThat(realm.get("/v2/queue").at("/queue/0/delay"))
                .hasToString("{\"timeLeftSeconds\":2,\"overdue\":false}");
        assertThat(realm.get("/v2/queue").at("/queue/0/count").asInt()).isEqualTo(2);
        realm.advance(3);
        assertThat(realm.get("/v2/queue").at("/queue/0/delay/timeLeftSeconds").asInt())
                .isEqualTo(8);
    }

    @Test
    void keepsTheInstanceAndCountsItsTasks() {
        crashing(1);
        realm.advance(1);
        String first = realm.tasks("/loop").keySet().iterator().next();
        assertThat(first).endsWith("._app.1");
        assertThat(realm.tasks("/loop")).containsEntry(first, "TASK_FAILED");
        assertThat(realm.app("/loop").at("/tasks/0/ports")).isEmpty();
        assertThat(realm.app("/loop").at("/tasks/0").has("version")).isFalse();
        assertThat(realm.app("/loop").at("/lastTaskFailure/message").asText())
                .isEqualTo("Container exited with status 1");
        realm.advance(1);
        assertThat(realm.tasks("/loop")).containsOnlyKeys(first.replace("_app.1", "_app.2"));
        assertThat(realm.get("/v2/deployments")).hasSize(1);
    }

    @Test
    void launchesAtOnceWhenTheDelayIsDeleted() {
        crashing(1);
        realm.advance(15.5);
        assertThat(realm.tasks("/loop").values()).containsOnly("TASK_FAILED");
        assertThat(realm.send("DELETE", "/v2/queue/loop/delay", "").status()).isEqualTo(204);
        assertThat(realm.tasks("/loop").values()).containsOnly("TASK_STAGING");
        assertThat(realm.send("DELETE", "/v2/queue/loop/delay", "").status()).isEqualTo(404);
    }

    @Test
    void aFixForwardByForceForgetsTheDelay() {
        crashing(1);
        realm.advance(15.5);
        realm.put("/v2/apps/loop?force=true", "{\"container\":{\"type\":\"DOCKER\",\"docker\":{\"image\":\"good\"}}}");
        realm.advance(1);
        assertThat(realm.tasks("/loop").values()).containsExactly("TASK_RUNNING");
        assertThat(realm.get("/v2/deployments")).isEmpty();
        assertThat(realm.app("/loop").has("lastTaskFailure")).isTrue();
    }

    @Test
    void relaunchesAfterAKillWithoutDelay() {
        realm.put("/v2/apps/a", "{\"cmd\":\"sleep 1\"}");
        realm.advance(2);
        String task = realm.tasks("/a").keySet().iterator().next();
        realm.send("DELETE", "/v2/apps/a/tasks/" + task, "");
        realm.advance(0.8);
        assertThat(realm.tasks("/a")).containsOnlyKeys(task.replace("_app.1", "_app.2"));
        assertThat(realm.app("/a").has("lastTaskFailure")).isFalse();
    }

    @Test
    void killsASickTaskAfterOneFailureMoreThanAllowed() {
        realm.put(
                "/v2/apps/a",
                "{\"cmd\":\"sleep 1\",\"healthChecks\":[{\"protocol\":\"HTTP\",\"gracePeriodSeconds\":5,\"intervalSeconds\":1,\"maxConsecutiveFailures\":2}]}");
        realm.advance(2);
        String task = realm.tasks("/a").keySet().iterator().next();
        realm.checks.answer(task, 503);
        realm.advance(2);
        assertThat(realm.runner.kills).isEmpty();
        realm.advance(1);
        assertThat(realm.runner.kills).containsExactly(task);
        assertThat(realm.rotation.left).isEmpty();
        assertThat(realm.rotation.last("/a").instances()).isEmpty();
        realm.advance(0.7);
        assertThat(realm.tasks("/a")).containsOnlyKeys(task.replace("_app.1", "_app.2"));
        assertThat(realm.app("/a").at("/lastTaskFailure/state").asText()).isEqualTo("TASK_KILLED");
    }
}
