package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.traffic.Share;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A router whose daemon renders the load balancers' configuration. */
class PulseTest {
    private final Drive drive = new Drive();

    @BeforeEach
    void live() {
        drive.live(orders("v1"));
        drive.router.hasDaemon();
    }

    @Test
    void isFeltBeforeThePromotionEndsTheOldInstances() {
        Outcome outcome = drive.toEnd(drive.release(orders("v2"), Goal.RELEASE));

        assertThat(outcome).isEqualTo(Outcome.done("/orders is live, 3 instances serve it"));
        assertThat(drive.router.history())
                .containsExactly(
                        Share.ISOLATED, Share.percent(10), new Share(true, 1001), Share.percent(10), Share.OFF);
    }

    @Test
    void isFeltBeforeARollingDeployWithoutAnybodysRequestsOnACanary() {
        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);

        assertThat(drive.router.history()).containsExactly(Share.ISOLATED, Share.OFF);
    }

    @Test
    void keepsTheStableAppAsItIsWhereTheDaemonHasFallenAsleepSinceTheCanaryGotItsShare() {
        Progress partial = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        Progress shared = drive.steps(partial, 5);
        drive.router.daemonAsleep(true);
        Progress off = drive.until(shared, "off");

        assertThat(off.phase().says())
                .isEqualTo(
                        "rolling back: what renders the load balancers' configuration does not follow any more: lb1, which"
                                + " has 10 % of the traffic; lb2, which has 10 % of the traffic; turning all traffic to the stable"
                                + " version");
        assertThat(off.laps().get(off.laps().size() - 1).stage()).isEqualTo("full");
        assertThat(drive.marathon.app(ORDERS).orElseThrow().definition().json().toString())
                .contains("registry/orders:v1");
        drive.router.daemonAsleep(false);
        assertThat(drive.toEnd(off).kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
    }

    @Test
    void waitsForADaemonThatIsGoneNoLongerThanForARouter() {
        Progress partial = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        Progress full = drive.until(partial, "full");
        drive.router.daemonGone(true);
        var began = drive.clock.instant();
        Progress off = drive.until(full, "off");

        assertThat(off.phase().says())
                .isEqualTo("rolling back: tried to reach the daemon but nothing accepts connections there; turning all"
                        + " traffic to the stable version");
        assertThat(Duration.between(began, drive.clock.instant()))
                .isLessThan(Drive.SETTINGS.router().plusSeconds(5));
        assertThat(drive.marathon.app(ORDERS).orElseThrow().definition().json().toString())
                .contains("registry/orders:v1");
    }

    /** Nor is a Marathon that does not answer then given up as soon as a router would be. */
    @Test
    void isOverOnceMarathonHasBeenAskedSoThatNobodyIsAskedTheOftener() {
        Progress progress = Progress.start(drive.release(orders("v2"), Goal.DEPLOY));
        while (!progress.says().contains("Marathon has started the deployment")) {
            progress = drive.steps(progress, 1);
        }

        assertThat(progress.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(progress.phase().patience(progress.release())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void endsNoInstanceOfARollingDeployWhereTheDaemonIsAsleep() {
        drive.router.daemonAsleep(true);

        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.DEPLOY)).lines())
                .isEqualTo(
                        List.of("failed: what renders the load balancers' configuration does not follow any more: lb1,"
                                + " which has off; lb2, which has off; what ran before was left as it is"));
    }

    @Test
    void isNotAskedForAServiceThatIsNewOrNotReplaced() {
        Drive fresh = new Drive();
        fresh.router.hasDaemon();

        assertThat(fresh.toEnd(fresh.release(orders("v1"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(fresh.toEnd(fresh.release(orders("v1"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);

        assertThat(fresh.router.history()).isEmpty();
    }
}
