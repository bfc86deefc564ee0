package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.App;
import io.cerebro.marathon.TaskFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymptomsTest {
    private final App app = new Drive().live(orders("v1")).marathon.app(ORDERS).orElseThrow();

    private Sighting failing(String message) {
        TaskFailure failure = new TaskFailure(
                "orders.instance-0._app.3", "a1", "S0", "TASK_FAILED", message, app.version(), app.version());
        return Sighting.NONE.of(
                new App(
                        app.definition(),
                        app.version(),
                        app.lastConfigChangeAt(),
                        app.instances(),
                        List.of("d-1"),
                        app.tasks(),
                        List.of(),
                        Optional.of(failure)),
                Optional.empty(),
                app.version());
    }

    @Test
    void namesTheLimitAndWhatToChange() {
        String mesos =
                "Memory limit exceeded: Requested: 128MB Maximum Used: 128MB\n\nMEMORY STATISTICS: \ncache 0\nrss 1";

        assertThat(failing(mesos).hopeless())
                .contains("its tasks keep failing, last TASK_FAILED (Memory limit exceeded: Requested: 128MB Maximum"
                        + " Used: 128MB), killed for memory: its mem is 128 MB; raise mem, or let it use less");
    }

    @Test
    void takesAKilledContainerForOneThatMayHaveNeededMore() {
        assertThat(failing("Container exited with status 137").says())
                .isEqualTo(
                        "3 of 3 instances healthy, last failure: TASK_FAILED (Container exited with status 137), as one"
                                + " that is killed for memory does: its mem is 128 MB; raise mem if it needs more");
    }

    @Test
    void saysThatTheImageCouldNotBePulled() {
        String mesos = "Failed to launch container: Failed to run 'docker -H unix:///var/run/docker.sock pull"
                + " registry/orders:v1': exited with status 1; stderr='Error response from daemon: manifest for"
                + " registry/orders:v1 not found: manifest unknown'";

        assertThat(failing(mesos).hopeless())
                .contains("its tasks keep failing, last TASK_FAILED (" + mesos + "), the image registry/orders:v1 could"
                        + " not be pulled: is it in the registry, and may the agents pull it?");
    }

    @Test
    void saysNothingOfMemoryWhereItWasSomethingElse() {
        assertThat(failing("Container exited with status 1").says())
                .isEqualTo("3 of 3 instances healthy, last failure: TASK_FAILED (Container exited with status 1)");
    }
}
