package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.Limits;
import io.cerebro.traffic.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static final Limits LIMITS = new Limits(4, 1024, 10);

    private final Drive drive = new Drive().live(orders("v1"));

    private Outcome scale(String wish) {
        return scale(Size.of(wish, LIMITS));
    }

    private Outcome scale(Size size) {
        return drive.toEnd(Progress.scale(drive.release(Goal.SCALE), size));
    }

    @Test
    void scalesUpAndDownAndRestartsNothing() {
        App before = drive.marathon.app(ORDERS).orElseThrow();

        assertThat(scale("x3").lines()).containsExactly("done: /orders has gone from 3 to 9 instances, 9 serve it");
        assertThat(scale("-6").lines()).containsExactly("done: /orders has gone from 9 to 3 instances, 3 serve it");

        assertThat(drive.marathon.app(ORDERS).orElseThrow().lastConfigChangeAt())
                .isEqualTo(before.lastConfigChangeAt());
        assertThat(drive.marathon.changes())
                .containsExactly("PUT /orders", "PUT instances /orders", "PUT instances /orders");
    }

    @Test
    void tellsWhatItDoes() {
        scale("5");

        assertThat(drive.said)
                .element(0)
                .asString()
                .matches("scaling /orders from 3 to 5: asking Marathon for it; until \\d\\d:\\d\\d:\\d\\d UTC");
    }

    @Test
    void isDoneWhereThatManyServeAlready() {
        assertThat(scale("3").lines()).containsExactly("done: /orders has gone from 3 to 3 instances, 3 serve it");
        assertThat(drive.marathon.changes()).containsExactly("PUT /orders");
    }

    @Test
    void addsOnlyOnceWhateverDies() {
        for (int steps = 0; steps < 8; steps++) {
            Drive interrupted = new Drive().live(orders("v1"));
            Progress progress = Progress.scale(interrupted.release(Goal.SCALE), Size.of("+2", LIMITS));
            Progress lost = interrupted.steps(progress, steps);
            lost.next(interrupted.world());

            assertThat(interrupted.toEnd(lost).kind()).isEqualTo(Outcome.Kind.DONE);
            assertThat(interrupted.marathon.app(ORDERS).orElseThrow().instances())
                    .isEqualTo(5);
        }
    }

    @Test
    void keepsTheRealmsBounds() {
        assertThat(scale("x4").lines())
                .containsExactly("failed: the realm allows 1 to 10 instances of a service, not 12");
        Release basket = Release.of(AppId.of("/basket"), Goal.SCALE, Drive.SETTINGS, "ann", drive.clock.instant());
        assertThat(drive.toEnd(Progress.scale(basket, Size.of("2", LIMITS))).lines())
                .containsExactly("failed: there is no /basket to scale");
    }

    @Test
    void leavesAServiceAloneThatAReleaseHolds() {
        drive.toEnd(drive.release(orders("v2"), Goal.ISOLATED));

        assertThat(scale("+2").because())
                .matches(
                        "/orders-canary is there, released by ann at \\S+; promote it or roll it back first, or ask for it"
                                + " during the release");
        assertThat(drive.marathon.app(ORDERS).orElseThrow().instances()).isEqualTo(3);
    }

    @Test
    void letsTheCanaryGrowFirstWhereItIsAskedForDuringARelease() {
        Progress partial =
                drive.steps(drive.until(Progress.start(drive.release(orders("v2"), Goal.PARTIAL)), "partial"), 3);
        assertThat(drive.marathon.app(ORDERS.canary()).orElseThrow().instances())
                .isEqualTo(1);

        assertThat(scale(Size.of("x3", LIMITS).alsoDuringRelease()).because())
                .isEqualTo("/orders has gone from 3 to 9 instances, 9 serve it");

        assertThat(drive.marathon.changes())
                .containsExactly(
                        "PUT /orders", "POST /orders-canary", "PUT instances /orders-canary", "PUT instances /orders");
        assertThat(drive.marathon.app(ORDERS.canary()).orElseThrow().instances())
                .isEqualTo(3);
        assertThat(drive.toEnd(partial).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.percent(10));
    }

    @Test
    void waitsForADeploymentUnderWay() {
        drive.marathon.lock(ORDERS, "d-1");
        Progress held = drive.steps(Progress.scale(drive.release(Goal.SCALE), Size.of("5", LIMITS)), 4);
        assertThat(held.says())
                .startsWith(
                        "scaling /orders from 3 to 5: waiting for deployment d-1 of /orders since 12:00:21 UTC, which holds the app; until ");

        drive.marathon.unlock(ORDERS);

        assertThat(drive.toEnd(held).because()).isEqualTo("/orders has gone from 3 to 5 instances, 5 serve it");
    }

    @Test
    void saysWhatIsLeftWhenItIsStopped() {
        Progress asking = drive.steps(Progress.scale(drive.release(Goal.SCALE), Size.of("5", LIMITS)), 1);
        assertThat(asking.abort("stopped by ann", drive.clock.instant()).says())
                .isEqualTo("failed: stopped by ann; /orders was left with its 3 instances");

        Progress asked = drive.steps(asking, 1);
        assertThat(asked.abort("stopped by ann", drive.clock.instant()).says())
                .isEqualTo(
                        "failed: stopped by ann; Marathon has been asked for 5 instances of /orders and goes on trying:"
                                + " scale it back to 3 if that is not wanted");
    }

    @Test
    void changesTheNumberFromAPageWithoutWaiting() {
        Scaling scaling = new Scaling(drive.world());
        Release release = drive.release(Goal.SCALE);

        assertThat(scaling.scale(release, Size.of("7", LIMITS))).isEqualTo("/orders scales from 3 to 7 instances");
        assertThatThrownBy(() -> scaling.scale(release, Size.of("+11", LIMITS)))
                .hasMessage("the realm allows 1 to 10 instances of a service, not 18");
        drive.marathon.lock(ORDERS, "d-1");
        assertThat(scaling.scale(release, Size.of("8", LIMITS)))
                .isEqualTo("/orders was not scaled: deployment d-1 holds it; try again when it is over");
        assertThat(drive.marathon.app(ORDERS).orElseThrow().instances()).isEqualTo(7);
    }

    @Test
    void needsToKnowHowMany() {
        assertThat(drive.toEnd(drive.release(Goal.SCALE)).lines())
                .isEqualTo(List.of("failed: how many instances /orders is to have was not said"));
    }
}
