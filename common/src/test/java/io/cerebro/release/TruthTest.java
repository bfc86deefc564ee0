package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppDefinition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What looks like the end of a deployment and is not. */
class TruthTest {
    private final Drive drive = new Drive();

    @Test
    void takesANewLeaderThatShowsNoDeploymentYetForNoEnd() {
        drive.live(orders("v1"));
        Progress sent = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        drive.clock.advance(Duration.ofSeconds(-10));
        drive.marathon.newLeader(true);

        Progress looked = sent.next(drive.world());

        assertThat(looked.outcome()).isEmpty();
        assertThat(looked.says())
                .startsWith("deploying: 0 of 3 instances healthy, 1 of an earlier version still running"
                        + " though no deployment is open (was one cancelled by force?)");

        drive.marathon.newLeader(false);

        assertThat(drive.toEnd(looked)).isEqualTo(Outcome.done("/orders is live, 3 instances serve it"));
    }

    @Test
    void seesAMixThatAForcedCancelHasLeftAndRestoresTheVersionBefore() {
        drive.live(orders("v1"));
        Progress sent = drive.steps(Progress.start(drive.release(orders("v2"), Goal.DEPLOY)), 2);
        drive.marathon.cancelByForce(ORDERS);

        Outcome outcome = drive.toEnd(sent);

        assertThat(outcome.lines())
                .containsExactly("rolled back: 1 of an earlier version still running, and no deployment is open that"
                        + " would end them: one was cancelled by force");
        assertThat(drive.marathon
                        .app(ORDERS)
                        .orElseThrow()
                        .definition()
                        .json()
                        .at("/container/docker/image")
                        .asText())
                .isEqualTo("registry/orders:v1");
        assertThat(drive.marathon.app(ORDERS).orElseThrow().settled()).isTrue();
    }

    @Test
    void givesTheOldTasksTheirGraceBeforeItCallsThemAMix() {
        AppDefinition slow = Drive.definition(
                orders("v2").json().toString().replace("{\"id\"", "{\"taskKillGracePeriodSeconds\": 120, \"id\""));
        drive.live(orders("v1"));
        Progress sent = drive.steps(Progress.start(drive.release(slow, Goal.DEPLOY)), 2);
        drive.marathon.cancelByForce(ORDERS);

        Progress afterTwoMinutes = drive.steps(sent, 14);

        assertThat(afterTwoMinutes.outcome()).isEmpty();
        assertThat(drive.toEnd(afterTwoMinutes).kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
    }

    @Test
    void saysWhatAReadinessCheckWasAnsweredLast() {
        Progress sent = drive.steps(Progress.start(drive.release(orders("v1", "cold"), Goal.DEPLOY)), 3);

        assertThat(sent.says())
                .startsWith("deploying: 0 of 3 instances healthy, health check: 503, 1 not ready by 'warm', which"
                        + " answers 503 (warming up); until ");
    }
}
