package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionFileTest {
    private static final String NEEDED = "id: /orders\ncpus: 0.5\nmem: 128\n";

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("marathon.yaml");
    }

    @Test
    void readsYaml() throws IOException {
        Files.writeString(
                file, NEEDED + "instances: 3\nlabels: {HAPROXY_GROUP: external}\ncmd: 'exec java -Dp=$PORT0'\n");
        AppDefinition definition = read();
        assertThat(definition.json()).isEqualTo(new ObjectMapper().readTree("""
                        {"id": "/orders", "cpus": 0.5, "mem": 128, "instances": 3,
                         "labels": {"HAPROXY_GROUP": "external"}, "cmd": "exec java -Dp=$PORT0"}"""));
        assertThat(definition.instances()).contains(3);
    }

    @Test
    void readsJson() throws IOException {
        file = Files.writeString(
                directory.resolve("marathon.json"),
                "{\"id\": \"orders\", \"cpus\": 1, \"mem\": 64, \"args\": [\"${REALM}\"]}");
        assertThat(read()).hasToString("{\"id\":\"/orders\",\"cpus\":1,\"mem\":64,\"args\":[\"qa\"]}");
    }

    @Test
    void overlaysWhatIsDifferentInTheRealm() throws IOException {
        Files.writeString(file, NEEDED + """
                env: {LEVEL: debug, OLD: x, KEPT: y}
                constraints: [[hostname, UNIQUE]]
                healthChecks: [{path: /health}, {path: /deep}]
                """);
        Files.writeString(directory.resolve("marathon.qa.yaml"), """
                mem: 256
                env: {LEVEL: info, OLD: null, NEW: z}
                healthChecks: [{path: /live}]
                constraints: ~
                """);
        Files.writeString(directory.resolve("marathon.prod.yaml"), "mem: 512\n");
        assertThat(read())
                .hasToString(
                        "{\"id\":\"/orders\",\"cpus\":0.5,\"mem\":256,\"env\":{\"LEVEL\":\"info\",\"KEPT\":\"y\",\"NEW\":\"z\"},"
                                + "\"healthChecks\":[{\"path\":\"/live\"}]}");
    }

    @Test
    void overlaysYamlWithJson() throws IOException {
        Files.writeString(file, NEEDED);
        Files.writeString(directory.resolve("marathon.qa.json"), "{\"mem\": 256}");
        assertThat(read().json().path("mem").intValue()).isEqualTo(256);
        Files.writeString(directory.resolve("marathon.qa.yaml"), "mem: 1");
        assertThatThrownBy(this::read)
                .hasMessage(directory + "/marathon.qa.yaml and " + directory
                        + "/marathon.qa.json are both there for the realm qa: keep one of them");
    }

    @Test
    void putsVariablesIn() throws IOException {
        Files.writeString(file, NEEDED + """
                env:
                  URL: https://${DOMAIN}/${PATH_IN_IT:-orders}
                  EMPTY: "${NOTHING:-}"
                  COUNT: ${TEN}
                  SHELL: $HOME $$ $${HOME} ${DOMAIN}
                  PORT: 8080
                  VERSION: 1.10
                  DEBUG: true
                  BLANK: ""
                """);
        assertThat(read().json().path("env")).isEqualTo(new ObjectMapper().readTree("""
                        {"URL": "https://qa.example.com/orders", "EMPTY": "", "COUNT": "10", "PORT": "8080", "VERSION": "1.10",
                         "SHELL": "$HOME $$ ${HOME} qa.example.com", "DEBUG": "true", "BLANK": ""}"""));
    }

    @Test
    void makesNumbersOfVariablesWhereMarathonWantsThem() throws IOException {
        Files.writeString(file, """
                id: /orders
                cpus: ${CPUS:-0.25}
                mem: ${MEM:-128}
                instances: ${TEN}
                requirePorts: ${FIXED:-true}
                container: {portMappings: [{containerPort: 8080, servicePort: "${SERVICE_PORT}", labels: {port: 1}}]}
                """);
        assertThat(DefinitionFile.read(file, realm(), Map.of("SERVICE_PORT", "9090", "TEN", "11")))
                .hasToString(
                        "{\"id\":\"/orders\",\"cpus\":0.25,\"mem\":128,\"instances\":11,\"requirePorts\":true,\"container\":"
                                + "{\"portMappings\":[{\"containerPort\":8080,\"servicePort\":9090,\"labels\":{\"port\":\"1\"}}]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "instnaces: 3|1: instnaces is not a field of Marathon's apps, and it would ignore it; did you mean 'instances'?",
                "versionInfo: {}|1: versionInfo is Marathon's own to say: leave it out",
                "mem: 64|1: mem is here for the second time; the first is in line 3",
                "cmd: run ${DOMIAN}|6: cmd needs the variable DOMIAN, which has no value; did you mean 'DOMAIN'? Give it one in"
                        + " realms.yaml or with the deploy, a default as ${DOMIAN:-default}, or write $${DOMIAN} to leave it to"
                        + " the shell",
                "cmd: run ${PORT0%x}|6: cmd has ${PORT0%x}, which is not a variable: write ${NAME} or ${NAME:-default}, or"
                        + " $${PORT0%x} to leave it to the shell",
                "instances: three|12: instances must be a whole number, but is 'three'",
                "instances: ${DOMAIN}|12: instances must be a whole number, but is 'qa.example.com', from ${DOMAIN}",
                "instances: 1.5|12: instances must be a whole number, but is 1.5",
                "instances: -1|12: instances must be a whole number from 0 on, but is -1",
                "instances: 101|12: instances is 101, but the realm qa allows one service at most 100: ask for less, or have"
                        + " limits.instances raised in realms.yaml",
                "requirePorts: 'yes'|15: requirePorts must be true or false, but is 'yes'",
                "constraints: [[hostname, UNIQUE], [hostname, GROUP_BY]]|35: constraints[1] has GROUP_BY without a value, which stops Marathon from"
                        + " launching anything: say over how many, such as [hostname, GROUP_BY, '3']",
                "labels: {a: [}|14: this is not YAML: expected the node content, but found '}'",
            })
    void namesThePlace(String line, String message) throws IOException {
        Files.writeString(file, NEEDED + line + "\n");
        assertThatThrownBy(this::read).isInstanceOf(DefinitionException.class).hasMessage(file + ":4:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{cpus: 1, mem: 1}|id is missing, such as /shop/orders",
                "{id: /orders, mem: 128}|cpus is missing: say how many cpus one instance needs, such as 0.5",
                "{id: /orders, cpus: 1}|mem is missing: say how many MB one instance needs, such as 128",
                "[1]|an app definition is an object with keys, not a list",
            })
    void saysWhatIsMissing(String text, String message) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(this::read).hasMessage(file + ":1:1: " + message);
    }

    @Test
    void refusesMoreThanTheRealmAllows() throws IOException {
        Files.writeString(file, "{id: /orders, cpus: 8, mem: 1}");
        assertThatThrownBy(this::read)
                .hasMessage(
                        file + ":1:21: cpus is 8, but the realm qa allows one instance at most 4: ask for less, or have"
                                + " limits.cpus raised in realms.yaml");
        Files.writeString(file, "{id: /orders, cpus: 1, mem: 0}");
        assertThatThrownBy(this::read).hasMessage(file + ":1:29: mem must be more than 0, but is 0");
    }

    @Test
    void pointsIntoTheOverlay() throws IOException {
        Files.writeString(file, NEEDED);
        Path overlay = Files.writeString(directory.resolve("marathon.qa.yaml"), "env: {A: b}\nmem: 9999\n");
        assertThatThrownBy(this::read)
                .hasMessage(overlay
                        + ":2:6: mem is 9999, but the realm qa allows one instance at most 4096: ask for less, or"
                        + " have limits.mem raised in realms.yaml");
    }

    @Test
    void refusesAnIdThatIsNone() throws IOException {
        Files.writeString(file, "{id: /Orders, cpus: 1, mem: 1}");
        assertThatThrownBy(this::read)
                .isInstanceOf(DefinitionException.class)
                .hasMessage(file
                        + ":1:6: id: '/Orders' is not a Marathon app id: it must be absolute, such as /shop/cart, with"
                        + " lower-case letters, digits, hyphens and dots in each part");
    }

    @Test
    void refusesWhatMarathonWouldDieOf() throws IOException {
        Files.writeString(file, NEEDED + "env: {BIG: '${BIG}'}\n");
        assertThatThrownBy(() -> DefinitionFile.read(file, realm(), Map.of("BIG", "x".repeat(AppDefinition.LARGEST))))
                .hasMessage(file + ":1:1: the app definition is larger than 1 MB, and Marathon takes no more");
        int left = AppDefinition.LARGEST
                - DefinitionFile.read(file, realm(), Map.of("BIG", ""))
                        .toString()
                        .length();
        assertThat(DefinitionFile.read(file, realm(), Map.of("BIG", "x".repeat(left)))
                        .toString())
                .hasSize(AppDefinition.LARGEST);
        Files.writeString(file, "#".repeat((1 << 20) + 1));
        assertThatThrownBy(this::read).hasMessage(file + " is larger than 1 MB, and Marathon takes no more");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        assertThatThrownBy(this::read).isInstanceOf(DefinitionException.class).hasMessage("there is no file " + file);
        Files.write(file, new byte[] {'i', 'd', ':', (byte) 0xff});
        assertThatThrownBy(this::read).hasMessage(file + " is not text in UTF-8");
        file = Files.writeString(directory.resolve("marathon.json"), "{\"id\": \"/orders\",}");
        assertThatThrownBy(this::read)
                .message()
                .startsWith(file + ":1:18: this is not JSON: Unexpected character ('}' (code 125))");
    }

    private AppDefinition read() throws IOException {
        return DefinitionFile.read(file, realm(), Map.of());
    }

    private Realm realm() throws IOException {
        Path realms = Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  qa:
                    local: {}
                    limits: {cpus: 4, mem: 4096, instances: 100}
                    variables: {DOMAIN: qa.example.com, TEN: 10}
                """);
        return Realms.read(realms, name -> directory).get("qa");
    }
}
