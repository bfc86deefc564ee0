package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefinitionTextTest {
    private static final DefinitionText YAML =
            new DefinitionText("deploy/marathon.yaml", "id: /orders\ncpus: 0.5\nmem: 128\nenv: {REALM: '${REALM}'}\n");

    @TempDir
    Path directory;

    @Test
    void rendersATextAsIfItWereAFile() throws IOException {
        Files.writeString(directory.resolve("marathon.yaml"), YAML.text());

        assertThat(render(YAML, Optional.empty()))
                .isEqualTo(DefinitionFile.read(directory.resolve("marathon.yaml"), realm(), Map.of()))
                .hasToString("{\"id\":\"/orders\",\"cpus\":0.5,\"mem\":128,\"env\":{\"REALM\":\"qa\"}}");
    }

    @Test
    void readsJsonByTheNameAndOtherwiseAsYaml() throws IOException {
        String json = "{\"id\": \"/orders\", \"cpus\": 1, \"mem\": 64}";
        AppDefinition read = render(new DefinitionText("marathon.json", json), Optional.empty());

        assertThat(render(new DefinitionText("definition", json), Optional.empty()))
                .isEqualTo(read);
        assertThatThrownBy(() -> render(new DefinitionText("marathon.json", YAML.text()), Optional.empty()))
                .message()
                .startsWith("marathon.json:1:3: this is not JSON: Unrecognized token 'id'");
    }

    @Test
    void pointsIntoTheTextOrItsOverlay() throws IOException {
        DefinitionText wrong = new DefinitionText("definition", YAML.text() + "instnaces: 3\n");
        assertThatThrownBy(() -> render(wrong, Optional.empty()))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(
                        "definition:5:1: instnaces is not a field of Marathon's apps, and it would ignore it; did you"
                                + " mean 'instances'?");
        DefinitionText overlay = new DefinitionText("deploy/marathon.qa.yml", "env: {A: b}\nmem: 9999\n");
        assertThatThrownBy(() -> render(YAML, Optional.of(overlay)))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(
                        "deploy/marathon.qa.yml:2:6: mem is 9999, but the realm qa allows one instance at most 4096:"
                                + " ask for less, or have limits.mem raised in realms.yaml");
    }

    @Test
    void refusesMoreThanAMegabyteOfText() {
        DefinitionText large = new DefinitionText("marathon.yaml", "#" + "ä".repeat(1 << 19));
        assertThatThrownBy(() -> render(large, Optional.empty()))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("marathon.yaml is larger than 1 MB, and Marathon takes no more");
    }

    @Test
    void namesTheOverlaysOfARealm() {
        assertThat(OverlayNames.of("deploy.d/marathon.yaml", "prod").all())
                .containsExactly(
                        "deploy.d/marathon.prod.yaml", "deploy.d/marathon.prod.yml", "deploy.d/marathon.prod.json");
        assertThat(OverlayNames.of("deploy.d\\marathon", "prod").all()).contains("deploy.d\\marathon.prod.yaml");
    }

    @Test
    void takesTheOneOverlayThatIsThere() {
        OverlayNames names = OverlayNames.of("marathon.yaml", "prod");
        assertThat(names.among(List.of("marathon.yaml", "marathon.qa.yaml"))).isEmpty();
        assertThat(names.among(List.of("marathon.yaml", "marathon.prod.yml"))).contains("marathon.prod.yml");
        assertThatThrownBy(() -> names.among(List.of("marathon.prod.json", "marathon.prod.yml")))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(
                        "marathon.prod.yml and marathon.prod.json are both there for the realm prod: keep one of them");
    }

    @Test
    void keepsItsTextToItself() {
        assertThat(YAML).hasToString("deploy/marathon.yaml");
    }

    private AppDefinition render(DefinitionText text, Optional<DefinitionText> overlay) throws IOException {
        return text.rendered(overlay, realm(), Map.of());
    }

    private Realm realm() throws IOException {
        Path realms = Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  qa:
                    local: {}
                    limits: {cpus: 4, mem: 4096, instances: 100}
                """);
        return Realms.read(realms, name -> directory).get("qa");
    }
}
