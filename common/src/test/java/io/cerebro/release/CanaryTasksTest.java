package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.traffic.Share;
import org.junit.jupiter.api.Test;

class CanaryTasksTest {
    private static final String EXIT = "Container exited with status 1";

    private final Drive drive = new Drive().live(orders("v1"));

    private Progress partial() {
        Progress shared = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "partial");
        return drive.steps(shared, 4);
    }

    private Progress failing(Progress progress, int times, String state, String message) {
        Progress looked = progress;
        for (int i = 0; i < times; i++) {
            drive.marathon.fail(ORDERS.canary(), state, message);
            looked = drive.steps(looked, 10);
        }
        return looked;
    }

    @Test
    void rollsACanaryBackWhoseTasksEndThoughItAnswersWell() {
        Progress twice = failing(partial(), 2, "TASK_FAILED", EXIT);
        assertThat(twice.phase().stage()).isEqualTo("partial");

        assertThat(drive.toEnd(failing(twice, 1, "TASK_FAILED", EXIT)).lines())
                .containsExactly(
                        "rolled back: canary partial failed its gate: tasks: 3 tasks of the canary failed in this stage,"
                                + " last: TASK_FAILED (Container exited with status 1)",
                        "  | FATAL: cannot reach orders-db");
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
    }

    @Test
    void rollsACanaryBackOfWhichOneIsKilledForItsMemory() {
        Progress killed =
                failing(partial(), 1, "TASK_FAILED", "Memory limit exceeded: Requested: 128MB Maximum Used: 128MB");

        assertThat(drive.toEnd(killed).lines())
                .containsExactly(
                        "rolled back: canary partial failed its gate: tasks: 1 task of the canary failed in this stage,"
                                + " last: TASK_FAILED (Memory limit exceeded: Requested: 128MB Maximum Used: 128MB),"
                                + " killed for memory: its mem is 128 MB; raise mem, or let it use less",
                        "  | FATAL: cannot reach orders-db");
    }

    @Test
    void takesALostAgentForNoFaultOfTheCanary() {
        Progress lost = failing(partial(), 5, "TASK_LOST", "Agent removed");

        assertThat(drive.toEnd(lost).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void doesNotCountWhatFailedBeforeTheStage() {
        Progress isolated = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "isolated");
        drive.marathon.fail(ORDERS.canary(), "TASK_FAILED", "Memory limit exceeded: it was another time");

        assertThat(drive.toEnd(isolated).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void watchesOnWhileMarathonIsAway() {
        Progress shared = partial();
        drive.marathon.away(true);
        Progress watched = drive.steps(shared, 30);
        drive.marathon.away(false);

        assertThat(watched.says()).contains("canary answered");
        assertThat(drive.toEnd(watched).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void watchesThemOnWhileTheCanaryIsPromoted() {
        drive.marathon.lock(ORDERS, "somebody's");
        Progress promoting = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE)), "full");
        Progress killed = failing(promoting, 1, "TASK_FAILED", "Memory limit exceeded: Maximum Used: 128MB");
        drive.marathon.unlock(ORDERS);

        assertThat(drive.toEnd(killed).because())
                .startsWith("the canary failed its gate while it was promoted: tasks: 1 task of the canary failed");
    }
}
