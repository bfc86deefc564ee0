package io.cerebro.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.marathon.AppDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferencesTest {
    private static final String LIVE = """
            {"id": "/orders", "cmd": "run", "cpus": 1.0, "mem": 128.0, "instances": 3, "backoffSeconds": 5,
             "env": {"LEVEL": "info", "POOL": "5"}, "labels": {"TEAM": "shop", "API_KEY": "k1"}, "user": "nobody",
             "healthChecks": [{"path": "/health", "intervalSeconds": 1}, {"path": "/deep"}],
             "constraints": [["hostname", "UNIQUE"], ["rack", "LIKE", "a"]],
             "upgradeStrategy": {"maximumOverCapacity": 0.5, "minimumHealthCapacity": 1.0},
             "portDefinitions": [{"port": 10003, "protocol": "tcp"}]}""";

    @ParameterizedTest
    @MethodSource
    void seesNoneInWhatARealMarathonMakesOfADefinition(JsonNode recorded) {
        AppDefinition live = AppDefinition.of(recorded.path("live"));
        AppDefinition sent = AppDefinition.of(recorded.path("sent"));

        assertThat(Differences.between(live, sent)).isEmpty();
    }

    static Stream<JsonNode> seesNoneInWhatARealMarathonMakesOfADefinition() throws IOException {
        try (InputStream in = DifferencesTest.class.getResourceAsStream("made-by-marathon.jsonl")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().map(DifferencesTest::json);
        }
    }

    @Test
    void seesNoneInTheOrderOfKeysAndOfSetsNorInTheWayANumberIsWritten() {
        assertThat(between("""
                {"mem": 128, "cpus": 1, "instances": 3.0, "cmd": "run", "id": "orders", "backoffSeconds": 5,
                 "env": {"POOL": "5", "LEVEL": "info"}, "labels": {"API_KEY": "k1", "TEAM": "shop"}, "user": "nobody",
                 "healthChecks": [{"path": "/deep"}, {"intervalSeconds": 1, "path": "/health"}],
                 "constraints": [["rack", "LIKE", "a"], ["hostname", "UNIQUE"]],
                 "upgradeStrategy": {"maximumOverCapacity": 0.5}, "killSelection": "YOUNGEST_FIRST", "fetch": [],
                 "portDefinitions": [{"port": 0}]}""")).isEmpty();
    }

    @Test
    void tellsFieldByFieldWhatChangesAndWhatFallsBackToADefault() {
        assertThat(between("""
                {"id": "/orders", "cmd": "run --db-password=new ", "cpus": 0.5, "mem": 256, "instances": 5, "tty": true,
                 "env": {"POOL": "6", "NEW": {"secret": "db"}}, "labels": {"TEAM": "shop", "API_KEY": "k2", "EMPTY": ""},
                 "healthChecks": [{"path": "/live", "intervalSeconds": 1}],
                 "constraints": [["hostname", "UNIQUE"], ["rack", "LIKE", "b"]],
                 "container": {"docker": {"parameters": [{"key": "env", "value": "A=b"}]}},
                 "portDefinitions": [{"port": 8080, "name": "http"}]}"""))
                .containsExactly(
                        "backoffSeconds: 5 -> 1 (Marathon's default)",
                        "cmd: run -> \"run --db-password=(hidden) \"",
                        "constraints[1][2]: a -> b",
                        "container: added {\"docker\":{\"parameters\":[{\"key\":\"env\",\"value\":\"(hidden)\"}]}}",
                        "cpus: 1 -> 0.5",
                        "env.LEVEL: removed, was (hidden)",
                        "env.NEW: added {\"secret\":\"(hidden)\"}",
                        "env.POOL: (hidden) -> (hidden)",
                        "healthChecks[0].path: /health -> /live",
                        "healthChecks[1]: removed, was {\"path\":\"/deep\"}",
                        "instances: 3 -> 5",
                        "labels.API_KEY: (hidden) -> (hidden)",
                        "labels.EMPTY: added \"\"",
                        "mem: 128 -> 256",
                        "portDefinitions[0].name: added http",
                        "portDefinitions[0].port: 10003 -> 8080",
                        "tty: added true",
                        "upgradeStrategy: {\"maximumOverCapacity\":0.5,\"minimumHealthCapacity\":1.0} ->"
                                + " {\"maximumOverCapacity\":1,\"minimumHealthCapacity\":1} (Marathon's default)",
                        "user: removed, was nobody");
    }

    @Test
    void readsTheWordsOfAnOlderMarathon() {
        AppDefinition live = definition("""
                {"id": "/shop/orders", "container": {"type": "DOCKER", "docker": {"image": "a"},
                 "portMappings": [{"containerPort": 80, "servicePort": 10001}]}, "networks": [{"mode": "container/bridge"}],
                 "dependencies": ["/shop/db", "/cache"], "fetch": [{"uri": "http://x/y", "extract": true}]}""");
        AppDefinition sent = definition("""
                {"id": "/shop/orders", "container": {"type": "DOCKER", "docker": {"image": "a", "network": "BRIDGE",
                 "portMappings": [{"containerPort": 80}]}}, "dependencies": ["../cache", "db"], "uris": ["http://x/y"]}""");

        assertThat(Differences.between(live, sent)).isEmpty();
    }

    @Test
    void showsADefinitionWithoutItsSecretsOnItsOwnLines() {
        assertThat(Shown.lines(definition("""
                {"id": "/orders", "args": ["-u", "https://ann:pw@host/x?token=t1&y=2", "--key='a b'", "two\\nlines"],
                 "env": {"A": "b", "N": 1}, "secrets": {"db": {"source": "/db"}}, "labels": {}, "cpus": 0.5}""")))
                .containsExactly(
                        "{",
                        "  \"id\": \"/orders\",",
                        "  \"args\": [ \"-u\", \"https://(hidden)@host/x?token=(hidden)&y=2\", \"--key=(hidden)\","
                                + " \"two\\nlines\" ],",
                        "  \"env\": {",
                        "    \"A\": \"(hidden)\",",
                        "    \"N\": \"(hidden)\"",
                        "  },",
                        "  \"secrets\": {",
                        "    \"db\": {",
                        "      \"source\": \"(hidden)\"",
                        "    }",
                        "  },",
                        "  \"labels\": {},",
                        "  \"cpus\": 0.5",
                        "}");
    }

    private static List<String> between(String sent) {
        return Differences.between(definition(LIVE), definition(sent)).stream()
                .map(Difference::toString)
                .toList();
    }

    private static AppDefinition definition(String json) {
        return AppDefinition.of(json(json));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
