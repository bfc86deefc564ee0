package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Goal;
import io.cerebro.signatures.Fakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyReleasesTest {
    private static final int MANY = 100;
    private static final int A_FEW = 4;

    @TempDir
    Path directory;

    @AfterEach
    void forget() {
        Scene.reset();
    }

    @Test
    void waitWithoutAThreadEach() throws Exception {
        int before = Thread.activeCount();
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Scene scene = Scene.of("shop/orders#" + i, directory);
            scene.step(Goal.RELEASE).start();
            scene.settle();
            scenes.add(scene);
        }

        assertThat(scenes).allMatch(scene -> scene.timer.waiting() == 1);
        assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(A_FEW);
    }

    @Test
    void allGetToTheirEnd() throws Exception {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < A_FEW; i++) {
            Scene scene = Scene.of("shop/orders#" + i, directory);
            scene.step(Goal.RELEASE).start();
            scene.settle();
            scenes.add(scene);
        }
        for (Scene scene : scenes) {
            Fakes.timer(scene.timer);
            scene.toEnd();
        }

        assertThat(scenes)
                .allSatisfy(
                        scene -> assertThat(scene.context.result()).isEqualTo("/orders is live, 3 instances serve it"));
    }
}
