package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.model.Result;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.nio.file.Path;
import jenkins.model.CauseOfInterruption.UserInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;
import org.springframework.security.core.Authentication;

/** {@code cerebroScale}, driven like a release. */
class ScaleTest {
    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void build() throws Exception {
        scene = Scene.of("shop/orders#12", directory);
        scene.may.clear();
        scene.may.add(CerebroPermissions.SCALE);
    }

    @AfterEach
    void forget() {
        Scene.reset();
    }

    @Test
    void waitsUntilTheyServeAndAnswersWithASentence() throws Exception {
        assertThat(scale("x2").start()).isFalse();
        scene.toEnd();

        assertThat(scene.context.failure()).isNull();
        assertThat(scene.context.result()).isEqualTo("/orders has gone from 3 to 6 instances, 6 serve it");
        assertThat(scene.log())
                .first()
                .asString()
                .startsWith("scale     scaling /orders from 3 to 6: asking Marathon for it; until ");
        assertThat(scene.log()).last().isEqualTo("end       done: /orders has gone from 3 to 6 instances, 6 serve it");
        assertThat(scene.lent()).isZero();
        assertThat(scene.timer.waiting()).isZero();
    }

    @Test
    void isRefusedWithOneSentence() throws Exception {
        scale("-3").start();
        scene.toEnd();

        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("failed: the realm allows 1 instance or more of a service, not 0");
    }

    @Test
    void saysWhatToGive() throws Exception {
        scene.step(Goal.SCALE, "service", "/orders").start();
        scene.toEnd();

        assertThat(scene.context.failure()).hasMessage("give instances, such as instances: '+2'");
        assertThat(scene.lent()).isZero();
    }

    @Test
    void needsThePermissionToScale() {
        scene.may.remove(CerebroPermissions.SCALE);
        Authentication bob = mock(Authentication.class);
        when(bob.getName()).thenReturn("bob");

        try (MockedStatic<Jenkins> jenkins = mockStatic(Jenkins.class)) {
            jenkins.when(Jenkins::getAuthentication2).thenReturn(bob);
            assertThatThrownBy(() -> scale("5").start())
                    .isInstanceOf(AbortException.class)
                    .hasMessage("bob may not scale: bob has no permission Cerebro/Scale on shop/orders");
        }
        assertThat(scene.marathon.changes()).containsExactly("PUT /orders");
    }

    @Test
    void endsWhenItIsAborted() throws Exception {
        scene.marathon.lock(Drive.ORDERS, "d-1");
        Scene.Step step = scale("5");
        step.start();
        scene.looks(4);

        step.stop(new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice")));
        scene.toEnd();

        assertThat(scene.context.failure()).isInstanceOf(FlowInterruptedException.class);
        assertThat(scene.log())
                .last()
                .isEqualTo("end       failed: Aborted by alice; /orders was left with its 3 instances");
    }

    private Scene.Step scale(String instances) {
        return scene.step(Goal.SCALE, "service", "/orders", "instances", instances);
    }
}
