package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.traffic.Share;
import org.junit.jupiter.api.Test;

class TrialTest {
    private final Drive drive = new Drive().live(orders("v1"));

    private Outcome attempt(String version, String behaviour) {
        return drive.toEnd(drive.release(orders(version, behaviour), Goal.TRIAL));
    }

    @Test
    void takesAGoodCanaryAwayAgainAndDoesSoAsOftenAsItIsAsked() {
        for (int i = 0; i < 2; i++) {
            assertThat(attempt("v2", "").lines())
                    .singleElement()
                    .asString()
                    .matches("done: tried as canary isolated and taken away again: canary answered 0 requests,"
                            + " 0\\.00 % errors; stable \\d+, 0\\.00 %; NOT ENOUGH DATA: .+");
            assertThat(drive.marathon.app(ORDERS.canary())).isEmpty();
        }
        assertThat(drive.router.history()).containsExactly(Share.ISOLATED, Share.OFF, Share.ISOLATED, Share.OFF);
        assertThat(drive.marathon.changes())
                .containsExactly(
                        "PUT /orders",
                        "POST /orders-canary",
                        "DELETE /orders-canary",
                        "POST /orders-canary",
                        "DELETE /orders-canary");
    }

    @Test
    void rollsABadOneBackAsARelease() {
        assertThat(attempt("v4", "crash").lines())
                .containsExactly(
                        "rolled back: its tasks keep failing, last TASK_FAILED (Container exited with status 1)",
                        "  | FATAL: cannot reach orders-db");
    }

    @Test
    void endsTheSameWhereverItsDriverWasLost() {
        for (int steps = 0; steps < 40; steps++) {
            Drive lost = new Drive().live(orders("v1"));
            lost.steps(Progress.start(lost.release(orders("v2"), Goal.TRIAL)), steps);

            assertThat(lost.toEnd(lost.release(orders("v2"), Goal.TRIAL)).kind())
                    .isEqualTo(Outcome.Kind.DONE);
            assertThat(lost.marathon.app(ORDERS.canary())).isEmpty();
            assertThat(lost.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
        }
    }

    @Test
    void leavesACanaryAloneThatHasTraffic() {
        drive.toEnd(drive.release(orders("v2"), Goal.PARTIAL));

        assertThat(attempt("v2", "").because())
                .matches("/orders-canary is there, released by ann at \\S+; promote it or roll it back first");
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.percent(10));
    }

    @Test
    void isPlannedAsACanaryAlone() {
        Plan plan = drive.plan(drive.release(orders("v2"), Goal.TRIAL));

        assertThat(plan.requests()).extracting(Plan.Request::target).containsExactly("POST /v2/apps");
        assertThat(plan.lines().get(0)).startsWith("trial of /orders: ");
    }
}
