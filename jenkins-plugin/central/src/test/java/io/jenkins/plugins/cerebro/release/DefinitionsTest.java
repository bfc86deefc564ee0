package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void build() throws Exception {
        scene = Scene.of("12", directory);
    }

    @AfterEach
    void forget() {
        Scene.reset();
    }

    @Test
    void areReadFromTheWorkspaceWithTheRealmsOverlayAndTheImage() throws Exception {
        write("marathon.yaml", "{id: /orders, instances: 1, cpus: 1, mem: 64, container: {docker: {image: shop}}}");
        write("marathon.prod.yaml", "instances: 5");

        AppDefinition found = find("definition", "", "image", "shop:42");

        assertThat(found.instances()).hasValue(5);
        assertThat(found.json().at("/container/docker/image").asText()).isEqualTo("shop:42");
    }

    @Test
    void areATextAsItIs() throws Exception {
        assertThat(find(
                                "definition",
                                "{id: /orders, cpus: 1, mem: 64, cmd: \"echo ${GREETING}\"}",
                                "variables",
                                "GREETING=hi")
                        .json()
                        .path("cmd")
                        .asText())
                .isEqualTo("echo hi");
    }

    @Test
    void sayWhatIsNotThere() {
        assertThatThrownBy(() -> find("definition", "", "file", "deploy/app.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file deploy/app.yaml in the workspace " + directory);
    }

    @Test
    void sayWhatIsTooLargeAndWhatIsNoText() throws Exception {
        write("marathon.yaml", "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> find("definition", ""))
                .hasMessage("marathon.yaml is larger than 1 MB, and Marathon takes no more");

        Files.write(directory.resolve("marathon.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> find("definition", "")).hasMessage("marathon.yaml is not text in UTF-8");
    }

    @Test
    void areThoseOfAPlanByItsHandle() throws Exception {
        Plans plans = Plans.of(scene.run);
        assertThat(plans.keep(new Plans.Kept("qa", Drive.orders("v1")))).isEqualTo("plan-1");
        assertThat(plans.keep(new Plans.Kept("prod", Drive.orders("v2")))).isEqualTo("plan-2");

        assertThat(find("plan", "plan-2")).isEqualTo(Drive.orders("v2"));
        assertThat(plans.read("plan-1")).isEqualTo(new Plans.Kept("qa", Drive.orders("v1")));
    }

    @Test
    void areOfNoPlanOfAnotherBuildAndOfNoOtherFile() {
        assertThatThrownBy(() -> find("plan", "plan-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'plan-1' is no plan of this build: give plan what cerebroPlan returned in the same build");
        assertThatThrownBy(() -> find("plan", "../../secret"))
                .hasMessage("'../../secret' is no plan of this build: give plan what cerebroPlan returned in the same"
                        + " build");
    }

    @Test
    void areForThePlansRealmOnly() throws Exception {
        Plans.of(scene.run).keep(new Plans.Kept("qa", Drive.orders("v2")));
        scene.step(Goal.RELEASE, "plan", "plan-1").start();
        scene.settle();

        assertThat(scene.context.failure()).hasMessage("plan-1 is for the realm qa, not for prod");
    }

    private AppDefinition find(String... fields) throws Exception {
        return new Definitions(Scene.request(Goal.RELEASE, fields), scene.realm()).find(scene.run, scene.workspace());
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
    }
}
