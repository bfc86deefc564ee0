package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Keyring;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import io.cerebro.realm.RealmsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a realm adds to every app. */
final class AdditionalTest {
    private static final String DOCKER = "container: {type: DOCKER, docker: {image: nginx}}";

    @TempDir
    Path directory;

    @Test
    void addsSyslogAndEnvironment() throws Exception {
        Files.writeString(directory.resolve("db"), "hunter2\n");
        assertThat(read(DOCKER, """
                        environment: {REGION: eu, DB_PASSWORD: {file: db}}
                            syslog: {address: 'udp://logs:514', facility: local7}
                        """).json()).isEqualTo(new ObjectMapper().readTree("""
                        {"id": "/shop/orders", "cpus": 1, "mem": 64, "env": {"REGION": "eu", "DB_PASSWORD": "hunter2"},
                         "container": {"type": "DOCKER", "docker": {"image": "nginx", "parameters": [
                           {"key": "log-driver", "value": "syslog"},
                           {"key": "log-opt", "value": "syslog-address=udp://logs:514"},
                           {"key": "log-opt", "value": "syslog-facility=local7"},
                           {"key": "log-opt", "value": "tag=shop.orders/{{.ID}}"}]}}}"""));
    }

    @Test
    void leavesTheTeamsOtherParametersWhereTheyAre() {
        assertThat(read(
                                "container: {type: DOCKER, docker: {image: nginx, parameters: [{key: user, value: a}]}}",
                                "syslog: {address: 'unix:///dev/log', tag: '{{.Name}}'}")
                        .json()
                        .at("/container/docker/parameters"))
                .hasToString("[{\"key\":\"user\",\"value\":\"a\"},{\"key\":\"log-driver\",\"value\":\"syslog\"},"
                        + "{\"key\":\"log-opt\",\"value\":\"syslog-address=unix:///dev/log\"},"
                        + "{\"key\":\"log-opt\",\"value\":\"tag={{.Name}}\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "container: {type: DOCKER, docker: {image: a, parameters: [{key: log-driver, value: none}]}}",
                "container: {type: DOCKER, docker: {image: a, parameters: [{key: log-opt, value: max-size=1m}]}}",
                "container: {type: MESOS, docker: {image: a}}",
                "cmd: run",
            })
    void leavesTheLogOfOthersAlone(String line) {
        String syslog = "syslog: {address: 'udp://logs:514'}";
        assertThat(read(line, syslog)).isEqualTo(read(line, "variables: {}"));
    }

    @Test
    void leavesTheTeamsOwnVariableAsItIs() {
        assertThat(read("env: {REGION: us, DB: {secret: db}}", "environment: {REGION: eu, DB: x}")
                        .json()
                        .path("env"))
                .hasToString("{\"REGION\":\"us\",\"DB\":{\"secret\":\"db\"}}");
    }

    @Test
    void saysWhichSecretIsMissing() {
        assertThatThrownBy(() -> read(DOCKER, "environment: {DB_PASSWORD: {file: db}}"))
                .isInstanceOf(RealmsException.class)
                .hasMessage("a secret is missing: there is no file " + directory.resolve("db"));
    }

    private AppDefinition read(String line, String additions) {
        Realm realm = Realms.read(
                        "realms.yaml",
                        "realms:\n  qa:\n    marathon: {urls: ['http://m:8080']}\n    " + additions + "\n",
                        new Realms.Surroundings(directory, Path::of, Keyring.none()))
                .get("qa");
        return new DefinitionText("marathon.yaml", "id: /shop/orders\ncpus: 1\nmem: 64\n" + line + "\n")
                .rendered(Optional.empty(), realm, Map.of());
    }
}
