package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvironmentTest {
    private static Map<String, String> environment(String fields, Integer... ports) {
        return Environment.of(
                Launches.launch("orders.instance-1._app.1", "{\"id\": \"/orders\"" + fields + "}", ports));
    }

    @Test
    void isMarathonsForAContainerWithMappedPorts() {
        assertThat(environment("""
                        , "cpus": 0.25, "mem": 64, "labels": {"team": "shop", "a.b": "c"}, "env": {"STAGE": "qa"},
                        "container": {"docker": {"image": "orders:1"}, "portMappings": [
                          {"containerPort": 8080, "name": "http"}, {"containerPort": 0}]}
                        """, 31001, 31002))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("MESOS_TASK_ID", "orders.instance-1._app.1"),
                        Map.entry("MARATHON_APP_ID", "/orders"),
                        Map.entry("MARATHON_APP_VERSION", "2026-11-23T00:43:22.706Z"),
                        Map.entry("MARATHON_APP_DOCKER_IMAGE", "orders:1"),
                        Map.entry("MARATHON_APP_RESOURCE_CPUS", "0.25"),
                        Map.entry("MARATHON_APP_RESOURCE_MEM", "64.0"),
                        Map.entry("MARATHON_APP_RESOURCE_DISK", "0.0"),
                        Map.entry("MARATHON_APP_RESOURCE_GPUS", "0"),
                        Map.entry("MARATHON_APP_LABELS", "TEAM A_B"),
                        Map.entry("MARATHON_APP_LABEL_TEAM", "shop"),
                        Map.entry("MARATHON_APP_LABEL_A_B", "c"),
                        Map.entry("HOST", "127.0.0.21"),
                        Map.entry("PORT", "31001"),
                        Map.entry("PORT0", "31001"),
                        Map.entry("PORT1", "31002"),
                        Map.entry("PORTS", "31001,31002"),
                        Map.entry("PORT_8080", "31001"),
                        Map.entry("PORT_HTTP", "31001"),
                        Map.entry("PORT_31002", "31002"),
                        Map.entry("STAGE", "qa")));
    }

    @Test
    void namesThePortsOfAPlainCommandByItsDefinitions() {
        assertThat(environment(", \"portDefinitions\": [{\"port\": 10000, \"name\": \"web\"}]", 31001))
                .containsEntry("PORT0", "31001")
                .containsEntry("PORT_10000", "31001")
                .containsEntry("PORT_WEB", "31001");
    }

    @Test
    void hasNoPortsWithoutPorts() {
        assertThat(environment("")).doesNotContainKeys("PORT", "PORTS", "PORT0");
    }

    @Test
    void letsTheDefinitionsOwnVariablesWin() {
        assertThat(environment(", \"env\": {\"HOST\": \"elsewhere\", \"PORT0\": \"1\"}", 31001))
                .containsEntry("HOST", "elsewhere")
                .containsEntry("PORT0", "1");
    }

    @Test
    void refusesASecretFromAStoreThatThereIsNot() {
        assertThatThrownBy(() -> environment(", \"env\": {\"PASSWORD\": {\"secret\": \"orders-db\"}}"))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "The environment variable 'PASSWORD' refers to a secret store, which a realm on one machine does"
                                + " not have: give it a plain value in the definition's overlay for this realm");
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatThrownBy(() -> environment(", \"env\": {\"MY KEY\": \"hunter2\"}"))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "The environment variable 'MY KEY' has no valid name: rename it in 'env', without spaces, '=' and"
                                + " a leading '#'");
    }
}
