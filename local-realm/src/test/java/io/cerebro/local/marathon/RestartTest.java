package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sessions in one test. */
class RestartTest {
    private static final String APP =
            "{\"instances\":2,\"container\":{\"type\":\"DOCKER\",\"docker\":{\"image\":\"%s\"}},\"networks\":[{\"mode\":\"container/bridge\"}],"
                    + "\"healthChecks\":[{\"protocol\":\"HTTP\",\"gracePeriodSeconds\":5,\"intervalSeconds\":2}]}";

    @TempDir
    Path directory;

    private TestRealm realm;

    @BeforeEach
    void start() {
        realm = new TestRealm(directory);
        realm.put("/v2/apps/orders", APP.formatted("orders:1"));
        realm.advance(5);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void findsItsAppsVersionsAndTasksAgain() {
        JsonNode before = realm.app("/orders");
        Map<String, String> tasks = realm.tasks("/orders");
        realm.restart();
        realm.advance(1);
        assertThat(realm.tasks("/orders")).isEqualTo(tasks);
        assertThat(realm.app("/orders").path("version")).isEqualTo(before.path("version"));
        assertThat(realm.get("/v2/apps/orders/versions").path("versions")).hasSize(1);
        assertThat(realm.app("/orders").path("tasksHealthy").asInt()).isEqualTo(2);
        assertThat(realm.rotation.last("/orders").instances()).hasSize(2);
        assertThat(realm.runner.kills).isEmpty();
    }

    @Test
    void goesOnWithAnOpenDeployment() {
        String id = realm.put("/v2/apps/orders", APP.formatted("orders:2"))
                .path("deploymentId")
                .asText();
        realm.advance(0.5);
        realm.restart();
        assertThat(realm.get("/v2/deployments").at("/0/id").asText()).isEqualTo(id);
        realm.advance(10);
        assertThat(realm.get("/v2/deployments")).isEmpty();
        assertThat(realm.app("/orders").path("tasks")).hasSize(2);
        assertThat(realm.app("/orders").at("/container/docker/image").asText()).isEqualTo("orders:2");
        assertThat(realm.runner.running()).hasSize(2);
    }

    @Test
    void goesOnWithAKillThatWasUnderWay() {
        realm.send("DELETE", "/v2/apps/orders", "");
        realm.restart();
        realm.advance(2);
        assertThat(realm.runner.running()).isEmpty();
        assertThat(realm.get("/v2/deployments")).isEmpty();
        assertThat(realm.send("GET", "/v2/apps/orders", "").status()).isEqualTo(404);
    }

    @Test
    void tellsTheRotationBeforeItResumesAKill() {
        realm.send("DELETE", "/v2/apps/orders", "");
        realm.rotation.calls.clear();
        realm.restart();
        assertThat(realm.rotation.calls).startsWith("apply", "leave", "leave");
    }

    @Test
    void savesThoughTheRotationCannotBeTold() {
        realm.rotation.failing = true;
        assertThat(realm.send("PUT", "/v2/apps/carts", APP.formatted("carts:1")).status())
                .isEqualTo(201);
        realm.rotation.failing = false;
        realm.restart();
        assertThat(realm.app("/carts").path("id").asText()).isEqualTo("/carts");
    }

    @Test
    void tellsTheRotationLaterWhatItCouldNotBeTold() {
        realm.put("/v2/apps/carts", APP.formatted("carts:1"));
        realm.rotation.failing = true;
        realm.advance(1);
        assertThat(realm.rotation.last("/carts").instances()).isEmpty();
        realm.rotation.failing = false;
        realm.advance(2);
        assertThat(realm.rotation.last("/carts").instances()).hasSize(2);
    }

    @Test
    void replacesATaskThatEndedMeanwhile() {
        String lost = realm.tasks("/orders").keySet().iterator().next();
        realm.runner.lose(lost);
        realm.restart();
        realm.advance(4);
        assertThat(realm.tasks("/orders").values()).containsOnly("TASK_RUNNING");
        assertThat(realm.tasks("/orders")).containsKey(lost.replace("_app.1", "_app.2"));
        assertThat(realm.app("/orders").at("/lastTaskFailure/message").asText())
                .isEqualTo("The task ended while the local Marathon was down");
    }

    @Test
    void leavesAllAsItIsWhenItCannotFindOutWhatRuns() {
        Map<String, String> tasks = realm.tasks("/orders");
        realm.runner.answers(false);
        assertThatThrownBy(realm::restart).isInstanceOf(CannotStart.class).hasMessage("Docker does not answer");
        realm.runner.answers(true);
        realm.restart();
        realm.advance(5);
        assertThat(realm.tasks("/orders")).isEqualTo(tasks).hasSize(2);
        assertThat(realm.runner.kills).isEmpty();
    }

    @Test
    void forgetsAllWhenCleared() {
        realm.marathon().clear();
        assertThat(realm.get("/v2/apps").path("apps")).isEmpty();
        assertThat(realm.runner.running()).isEmpty();
        assertThat(realm.rotation.last()).isEmpty();
        assertThat(realm.checks.watched()).isEqualTo(Set.of());
        realm.restart();
        assertThat(realm.get("/v2/apps").path("apps")).isEmpty();
    }

    @Test
    void keepsItsStateFromOtherUsers() throws IOException {
        Path file = directory.resolve("marathon.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        realm.restart();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAChangeWhileTheOneBeforeCannotBeSaved() throws IOException {
        Path inTheWay = Files.createDirectories(directory.resolve("marathon.json.next/full"));
        assertThat(realm.send("PUT", "/v2/apps/carts", APP.formatted("carts:1")).status())
                .isEqualTo(201);
        RawHttp.Answer refused = realm.send("PUT", "/v2/apps/users", APP.formatted("users:1"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(TestRealm.json(refused).path("message").asText())
                .isEqualTo(
                        "the state cannot be saved in " + directory + " (DirectoryNotEmptyException): free disk space");
        assertThat(realm.send("GET", "/v2/apps/users", "").status()).isEqualTo(404);
        Files.delete(inTheWay);
        assertThat(realm.send("PUT", "/v2/apps/users", APP.formatted("users:1")).status())
                .isEqualTo(201);
        realm.restart();
        assertThat(realm.get("/v2/apps").path("apps")).hasSize(3);
    }

    @Test
    void saysWhatToDoAboutAStateFileThatIsNone() throws IOException {
        Path broken = directory.resolve("broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("marathon.json"), "{\"apps");
        assertThatThrownBy(() -> new TestRealm(broken))
                .isInstanceOf(CannotStart.class)
                .hasMessage("tried to read the local Marathon's state from " + broken
                        + "/marathon.json but it is no JSON: remove the file to start with no apps");
    }

    @Test
    void saysThatAStateDirectoryCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> new TestRealm(file))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "tried to keep the local Marathon's state in " + file
                                + " but it cannot be written (FileAlreadyExistsException): make it writable or choose another state directory");
    }

    @Test
    void saysThatAPortIsTaken() {
        int port = realm.url().getPort();
        assertThatThrownBy(() ->
                        new TestRealm(directory.resolve("other"), TestRealm.START, config -> config.withPorts(port, 0)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "tried to serve Marathon's API at 127.0.0.11:" + port
                                + " but the port is taken or the address is not this machine's: stop what listens there, or choose another port");
    }
}
