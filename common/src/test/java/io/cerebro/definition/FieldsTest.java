package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields a definition may have, and what may be in them, at any depth. */
final class FieldsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEEDED = "id: /orders\ncpus: 0.5\nmem: 128\n";
    private static final String IGNORED = " is not a field of Marathon's apps, and it would ignore it";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "healthChecks: [{path: /health}, {pth: /deep}]|34|healthChecks[1].pth|; did you mean 'path'?",
                "container: {docker: {imgae: nginx}}|22|container.docker.imgae|; did you mean 'image'?",
                "container: {portMappings: [{contanerPort: 80}]}|29|container.portMappings[0].contanerPort"
                        + "|; did you mean 'containerPort'?",
                "upgradeStrategy: {minimumHealthcapacity: 1}|19|upgradeStrategy.minimumHealthcapacity"
                        + "|; did you mean 'minimumHealthCapacity'?",
                "check: {exec: {command: {shel: true}}}|26|check.exec.command.shel|; did you mean 'shell'?",
                "env: {PASSWORD: {secrt: db}}|18|env.PASSWORD.secrt|; did you mean 'secret'?",
                "secrets: {db: {sorce: /db}}|16|secrets.db.sorce|; did you mean 'source'?",
                "networks: [{lables: {a: b}}]|13|networks[0].lables|; did you mean 'labels'?",
                "container: {image: nginx}|13|container.image|.",
                "container: {docker: {parameters: [{key: a, vaule: b}]}}|44|container.docker.parameters[0].vaule"
                        + "|; did you mean 'value'?",
                "'[]': 1|1|[]|.",
                "'*': 1|1|*|.",
            })
    void reportsAFieldThatMarathonDoesNotKnow(String line, int column, String key, String hint) {
        assertThatThrownBy(() -> yaml(line))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("marathon.yaml:4:" + column + ": " + key + IGNORED + hint);
    }

    @Test
    void reportsAllOfThemAtOnceInTheOrderOfTheFile() {
        assertThatThrownBy(() -> yaml("instnaces: 3\nenv: {A: '${NONE}'}\nports: [a]\nfetch: [{url: x}]"))
                .hasMessage("""
                        marathon.yaml:4:1: instnaces is not a field of Marathon's apps, and it would ignore it; did you mean \
                        'instances'?
                        marathon.yaml:5:10: env.A needs the variable NONE, which has no value. Give it one in realms.yaml or \
                        with the deploy, a default as ${NONE:-default}, or write $${NONE} to leave it to the shell
                        marathon.yaml:6:9: ports[0] must be a whole number, but is 'a'
                        marathon.yaml:7:10: fetch[0].url is not a field of Marathon's apps, and it would ignore it; did you \
                        mean 'uri'?""");
    }

    @Test
    void pointsIntoJson() {
        assertThatThrownBy(() -> json("""
                        {
                          "id": "/orders", "cpus": 1, "mem": 64,
                          "healthChecks": [
                            {"path": "/health"},
                            {"pth": "/deep", "portIndex": "0"}
                          ],
                          "constraints": [["hostname", "UNIQUE"], ["rack", "LIKE", "${NONE}"]]
                        }""", Optional.empty())).hasMessage("""
                        marathon.json:5:6: healthChecks[1].pth is not a field of Marathon's apps, and it would ignore it; did \
                        you mean 'path'?
                        marathon.json:5:35: healthChecks[1].portIndex must be a whole number, but is '0'
                        marathon.json:7:60: constraints[1][2] needs the variable NONE, which has no value. Give it one in realms.yaml or \
                        with the deploy, a default as ${NONE:-default}, or write $${NONE} to leave it to the shell""");
        assertThatThrownBy(
                        () -> json("{\"id\": \"/orders\",\n \"env\": {\"A\": \"1\", \"A\": \"2\"}}", Optional.empty()))
                .hasMessage("marathon.json:2:20: env.A is here for the second time; the first is in line 2");
    }

    @Test
    void pointsIntoTheOverlayAndNotIntoWhatItReplaces() {
        DefinitionText definition = new DefinitionText("marathon.yaml", NEEDED + "healthChecks: [{pth: /}]\n");
        DefinitionText yaml =
                new DefinitionText("marathon.qa.yaml", "labels: {a: b}\nhealthChecks:\n  - paht: /live\n");
        DefinitionText json =
                new DefinitionText("marathon.qa.json", "{\"healthChecks\": [{\"portIndex\":\n  \"${PORT}\"}]}");
        DefinitionText twice = new DefinitionText("marathon.qa.yaml", "env:\n  A: b\n  A: c\n");
        assertThatThrownBy(() -> definition.rendered(Optional.of(yaml), realm(), Map.of()))
                .hasMessage("marathon.qa.yaml:3:5: healthChecks[0].paht" + IGNORED + "; did you mean 'path'?");
        assertThatThrownBy(() -> definition.rendered(Optional.of(json), realm(), Map.of("PORT", "http")))
                .hasMessage(
                        "marathon.qa.json:2:3: healthChecks[0].portIndex must be a whole number, but is 'http', from"
                                + " ${PORT}");
        assertThatThrownBy(() -> definition.rendered(Optional.of(twice), realm(), Map.of()))
                .hasMessage("marathon.qa.yaml:3:3: env.A is here for the second time; the first is in line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cmd: 8080|6|cmd must be text, but is 8080: put it in quotes",
                "constraints: [[hostname, GROUP_BY, 3]]|36|constraints[0][2] must be text, but is 3: put it in quotes",
                "constraints: [hostname]|15|constraints[0] must be a list, but is 'hostname'",
                "labels: [a]|9|labels must be an object, but is a list",
                "labels: {a: {b: c}}|13|labels.a must be text, but is an object",
                "env: {A: [1]}|10|env.A must be text or an object, but is a list",
                "healthChecks: {path: /}|15|healthChecks must be a list, but is an object",
                "args: [~]|8|args[0] must be text, but is nothing",
                "container: nginx|12|container must be an object, but is 'nginx'",
                "container: {docker: {privileged: 1}}|34|container.docker.privileged must be true or false, but is 1",
                "resourceLimits: {cpus: [1]}|24|resourceLimits.cpus must be text or a number, but is a list",
                "ports: [80.5]|9|ports[0] must be a whole number, but is 80.5",
                "fetch: [{uri: a, extract: 'no'}]|27|fetch[0].extract must be true or false, but is 'no'",
                "portDefinitions: [{port: http}]|26|portDefinitions[0].port must be a whole number, but is 'http'",
            })
    void refusesAValueOfAnotherType(String line, int column, String message) {
        assertThatThrownBy(() -> yaml(line))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("marathon.yaml:4:" + column + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{A: b}", "{instnaces: 3}", "{container: x, ports: y}", "{'*': a, '[]': b}"})
    void leavesTheTeamsOwnKeysAlone(String own) {
        JsonNode json = yaml("env: " + own + "\nlabels: " + own + "\nnetworks: [{labels: " + own + "}]\n"
                        + "container: {volumes: [{external: {options: " + own + "}}]}")
                .json();
        assertThat(json.at("/labels"))
                .isEqualTo(json.at("/env"))
                .isEqualTo(json.at("/networks/0/labels"))
                .isEqualTo(json.at("/container/volumes/0/external/options"));
        assertThat(json.at("/labels").size()).isPositive();
    }

    @Test
    void removesWithNullInListsToo() {
        assertThat(yaml("healthChecks: [{path: /, portIndex: ~}]\nenv: ~").json())
                .hasToString("{\"id\":\"/orders\",\"cpus\":0.5,\"mem\":128,\"healthChecks\":[{\"path\":\"/\"}]}");
    }

    @Test
    void passesOnEveryFieldThatMarathonKnows() throws Exception {
        ObjectNode everything = JSON.createObjectNode();
        for (String line : knownFields()) {
            String[] parts = line.split(" ");
            put(everything, List.of(parts[0].replace("[]", ".[]").split("\\.")), value(parts));
        }
        everything.put("id", "/orders").put("instances", 7);
        ObjectNode envOfBothKinds = everything.withObject("/env");
        envOfBothKinds.put("TEXT", "text");

        assertThat(json(everything.toString(), Optional.empty()).json()).isEqualTo(everything);
        assertThat(new DefinitionText("marathon.yaml", NEEDED)
                        .rendered(
                                Optional.of(new DefinitionText("marathon.qa.json", everything.toString())),
                                realm(),
                                Map.of())
                        .json())
                .isEqualTo(everything);
    }

    /** Makes the place and sets it, unless it is there as another of its kinds. */
    private static void put(ObjectNode json, List<String> path, JsonNode value) {
        String key = path.get(0).equals("*") ? "OWN" : path.get(0);
        boolean list = path.size() > 1 && path.get(1).equals("[]");
        int next = 1;
        if (path.size() == 1) {
            json.set(key, json.has(key) && json.get(key).isContainerNode() ? json.get(key) : value);
        } else if (list) {
            ArrayNode items = json.withArray("/" + key);
            while (path.size() > next + 1 && path.get(next + 1).equals("[]")) {
                items = items.isEmpty() ? items.addArray() : (ArrayNode) items.get(0);
                next++;
            }
            if (path.size() == next + 1) {
                items.add(value);
            } else {
                put(
                        items.isEmpty() ? items.addObject() : (ObjectNode) items.get(0),
                        path.subList(next + 1, path.size()),
                        value);
            }
        } else {
            ObjectNode inner = json.get(key) instanceof ObjectNode there ? there : json.putObject(key);
            put(inner, path.subList(1, path.size()), value);
        }
    }

    private static JsonNode value(String[] parts) {
        return switch (parts[1]) {
            case "number" -> JSON.getNodeFactory().numberNode(1.25);
            case "text|number" -> JSON.getNodeFactory().textNode("unlimited");
            case "integer" -> JSON.getNodeFactory().numberNode(3);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "text" -> JSON.getNodeFactory().textNode("a");
            default -> throw new AssertionError(parts[1]);
        };
    }

    private static List<String> knownFields() throws Exception {
        try (InputStream in = Schema.class.getResourceAsStream("marathon-1.11.fields")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static AppDefinition yaml(String lines) {
        return new DefinitionText("marathon.yaml", NEEDED + lines + "\n").rendered(Optional.empty(), realm(), Map.of());
    }

    private static AppDefinition json(String text, Optional<DefinitionText> overlay) {
        return new DefinitionText("marathon.json", text).rendered(overlay, realm(), Map.of());
    }

    private static Realm realm() {
        return Realms.read(
                        "realms.yaml",
                        "realms: {qa: {local: {}}}",
                        new Realms.Surroundings(
                                Path.of("/realms"), Path.of("/realms")::resolve, io.cerebro.realm.Keyring.none()))
                .get("qa");
    }
}
