package io.cerebro.bamboo.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.cerebro.bamboo.FakeDeployment;
import io.cerebro.bamboo.FakeServer;
import io.cerebro.realm.Login;
import io.cerebro.realm.RealmsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CerebroDataTest {
    private static final String REALMS = """
            realms:
              prod:
                marathon: {urls: ["http://m.example.com:8080"], credentials: prod marathon}
              qa:
                marathon: {urls: ["http://q.example.com:8080"], credentials: qa marathon}
            """;

    @TempDir
    private Path directory;

    private FakeServer server;
    private FakeDeployment deployment;

    @BeforeEach
    void open() {
        server = new FakeServer();
        server.shares("prod marathon", "cerebro", "pr0d-secret");
        server.shares("qa marathon", "tester", "qa-s3cret");
        deployment = new FakeDeployment(directory, "release-1");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void handsTheCredentialsOfTheTasksRealmAndNoOthers() throws IOException {
        file(REALMS);
        assertThat(handed("prod"))
                .containsOnly(
                        entry(
                                "cerebro.realms.source",
                                directory.resolve("realms.yaml").toString()),
                        entry("cerebro.realms.text", REALMS),
                        entry("cerebro.username.prod marathon", "cerebro"),
                        entry("cerebro.password.prod marathon", "pr0d-secret"));
    }

    @Test
    void fillsInTheVariableThatNamesTheRealm() throws IOException {
        file(REALMS);
        deployment.variables.put("where", "qa");
        assertThat(handed("${bamboo.where}"))
                .containsKey("cerebro.password.qa marathon")
                .doesNotContainKey("cerebro.password.prod marathon");
    }

    @Test
    void handsThoseOfAllRealmsWhereOnlyTheAgentKnowsTheRealm() throws IOException {
        file(REALMS);
        assertThat(handed("${bamboo.deploy.environment}"))
                .containsKeys("cerebro.password.qa marathon", "cerebro.password.prod marathon");
    }

    @Test
    void readsWhatTheAdministrationPageKeepsWhereNoVariableNamesAFile() {
        server.settings.put(RealmsSetting.KEY, REALMS);
        assertThat(handed("prod"))
                .containsEntry("cerebro.realms.source", "Administration, Cerebro")
                .containsEntry("cerebro.password.prod marathon", "pr0d-secret");
    }

    @Test
    void masksTheSecretsWhileTheTaskRunsAndTakesThemAwayAgain() throws IOException {
        file(REALMS);
        try (TaskRealms realms = TaskRealms.of(deployment.task(Map.of(), handed("prod"), false))) {
            assertThat(deployment.variables).containsEntry("cerebro.password.0", "pr0d-secret");
            assertThat(realms.get("prod").marathon().login())
                    .hasValueSatisfying(login -> assertThat(
                                    ((Login.Password) login).password().reveal())
                            .isEqualTo("pr0d-secret"));
            assertThat(realms.get("prod").toString()).doesNotContain("pr0d-secret");
        }
        assertThat(deployment.variables).containsOnlyKeys("cerebro.realms");
    }

    @Test
    void saysWhichSharedCredentialsAreMissingToWhoNeedsThem() throws IOException {
        file(REALMS.replace("prod marathon", "prod marathn"));
        try (TaskRealms realms = TaskRealms.of(deployment.task(Map.of(), handed("prod"), false))) {
            var login = (Login.Password) realms.get("prod").marathon().login().orElseThrow();
            assertThatThrownBy(() -> login.password().reveal())
                    .isInstanceOf(RealmsException.class)
                    .hasMessage("there are no shared credentials 'prod marathn': add them at Administration, Shared"
                            + " credentials, as username and password");
        }
    }

    @Test
    void saysWhereToWriteRealmsWhereThereAreNone() {
        try (TaskRealms realms = TaskRealms.of(deployment.task(Map.of(), handed("prod"), false))) {
            assertThatThrownBy(() -> realms.get("prod"))
                    .hasMessage("there are no realms: name a file of the server in the global variable cerebro.realms,"
                            + " such as /etc/cerebro/realms.yaml, or write them at Administration, Cerebro");
        }
    }

    @Test
    void saysThatNeitherMachineHasTheFile() {
        deployment.variables.put("cerebro.realms", "/nowhere/realms.yaml");
        try (TaskRealms realms = TaskRealms.of(deployment.task(Map.of(), handed("prod"), false))) {
            assertThatThrownBy(() -> realms.get("prod"))
                    .hasMessage(
                            "the variable cerebro.realms names the file /nowhere/realms.yaml, but neither the server"
                                    + " nor this agent has it");
        }
    }

    @Test
    void letsNoPlanChooseTheFileThatTheRealmsAreIn() throws IOException {
        server.settings.put(RealmsSetting.KEY, REALMS);
        file(REALMS);
        deployment.ofThePlan.add("cerebro.realms");
        Map<String, String> nothing = handed("prod");
        assertThat(nothing)
                .containsEntry("cerebro.realms.text", "")
                .doesNotContainKey("cerebro.password.prod marathon");
        try (TaskRealms realms = TaskRealms.of(deployment.task(Map.of(), nothing, false))) {
            assertThatThrownBy(() -> realms.get("prod"))
                    .isInstanceOf(RealmsException.class)
                    .hasMessage("the variable cerebro.realms must be a global variable, but is set by this plan, its"
                            + " deployment project or whoever started it: take it away there, and set it at"
                            + " Administration, Global variables");
        }
    }

    @Test
    void readsAFileThatOnlyTheAgentHas() throws IOException {
        Map<String, String> nothing = handed("prod");
        file(REALMS);
        try (TaskRealms realms = TaskRealms.of(deployment.task(Map.of(), nothing, false))) {
            assertThat(realms.get("qa").name()).isEqualTo("qa");
        }
    }

    private void file(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("realms.yaml"), text);
        deployment.variables.put("cerebro.realms", file.toString());
    }

    private Map<String, String> handed(String realm) {
        return new CerebroData()
                .populateRuntimeTaskData(FakeDeployment.definition(Map.of("realm", realm)), deployment.context());
    }
}
