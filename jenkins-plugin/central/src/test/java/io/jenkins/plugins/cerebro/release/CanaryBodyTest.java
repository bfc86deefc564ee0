package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

import hudson.AbortException;
import hudson.model.Result;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jenkins.model.CauseOfInterruption.UserInterruption;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryBodyTest {
    private static final int LOOKS_OF_TWO_BAKES = 150;

    @TempDir
    Path directory;

    private Scene scene;
    private Scene.Step step;

    @BeforeEach
    void build() throws Exception {
        scene = Scene.of("shop/orders#12", directory);
        scene.context.withBody();
        step = scene.step(Goal.PARTIAL);
    }

    @AfterEach
    void forget() {
        Scene.reset();
    }

    @Test
    void beginsWhenTheCanaryHasItsTraffic() throws Exception {
        step.start();
        scene.settle();
        assertThat(scene.context.body()).isNull();

        scene.until(() -> scene.context.body() != null);

        assertThat(scene.router.share("lb1", Drive.ORDERS)).isEqualTo(Share.percent(10));
    }

    @Test
    void keepsTheCanaryAtItsStageAndGivesItsOwnResult() throws Exception {
        begin();
        scene.looks(LOOKS_OF_TWO_BAKES);
        assertThat(scene.context.ended()).isFalse();
        assertThat(step.getStatus()).endsWith("; kept at this stage as long as its checks run");

        body().succeeds("smoke test passed");
        scene.toEnd();

        assertThat(scene.context.result()).isEqualTo("smoke test passed");
        assertThat(scene.shares()).containsExactly(Share.percent(10));
    }

    @Test
    void isInterruptedWhenTheCanaryFailsAndTheStepEndsWithTheLaterOfTheTwo() throws Exception {
        begin();
        scene.router.canaryErrorRate(0.5);
        scene.until(() -> body().cancelled() != null);

        assertThat(body().cancelled())
                .asInstanceOf(InstanceOfAssertFactories.type(FlowInterruptedException.class))
                .returns(Result.FAILURE, FlowInterruptedException::getResult)
                .extracting(FlowInterruptedException::getMessage, InstanceOfAssertFactories.STRING)
                .startsWith("rolling back: canary partial failed its gate: ");
        scene.toEnd();
        assertThat(scene.marathon.app(Drive.ORDERS.canary())).isEmpty();
        assertThat(scene.context.ended()).isFalse();

        body().fails(Objects.requireNonNull(body().cancelled()));

        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .message()
                .startsWith("rolled back: canary partial failed its gate: ");
        assertThat(scene.context.ends()).isEqualTo(1);
    }

    @Test
    void turnsTheCanaryBackWhenItFailsAndPassesItsFailureOn() throws Exception {
        begin();
        AbortException failure = new AbortException("script returned exit code 1");

        body().fails(failure);
        assertThat(scene.context.ended()).isFalse();
        scene.toEnd();

        assertThat(scene.context.failure()).isSameAs(failure);
        assertThat(scene.shares()).containsExactly(Share.percent(10), Share.OFF);
        assertThat(scene.marathon.app(Drive.ORDERS.canary())).isEmpty();
        assertThat(scene.log())
                .last()
                .isEqualTo("end       rolled back: its checks did not pass: script returned exit code 1");
    }

    @Test
    void isInterruptedWhenTheStepIsStopped() throws Exception {
        begin();
        FlowInterruptedException cause =
                new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice"));

        step.stop(cause);
        scene.until(() -> body().cancelled() != null);
        body().fails(Objects.requireNonNull(body().cancelled()));
        assertThat(scene.context.ended()).isFalse();
        scene.toEnd();

        assertThat(scene.context.failure()).isSameAs(cause);
        assertThat(scene.shares()).containsExactly(Share.percent(10), Share.OFF);
    }

    @Test
    void takesOnACanaryThatTheGateDoesNotKnowWhenSomebodyHasApprovedInIt() throws Exception {
        step = scene.step(Goal.PARTIAL, "minRequests", "1000000");
        begin();
        scene.looks(LOOKS_OF_TWO_BAKES);
        doReturn(List.of(new ApproverAction("alice"))).when(scene.run).getAllActions();

        body().succeeds("approved");
        scene.toEnd();

        assertThat(scene.context.result()).isEqualTo("approved");
        assertThat(scene.log()).contains("approved by alice");
    }

    @Test
    void recordsOneWhoHasNotLoggedInAsAnonymous() throws Exception {
        step = scene.step(Goal.PARTIAL, "minRequests", "1000000");
        begin();
        doReturn(List.of(new InputAction())).when(scene.run).getAllActions();
        scene.looks(LOOKS_OF_TWO_BAKES);

        body().succeeds("approved");
        scene.toEnd();

        assertThat(scene.context.result()).isEqualTo("approved");
        assertThat(scene.log()).contains("approved by anonymous");
    }

    private void begin() throws Exception {
        step.start();
        scene.until(() -> scene.context.body() != null);
    }

    private Body body() {
        return Objects.requireNonNull(scene.context.body());
    }
}
