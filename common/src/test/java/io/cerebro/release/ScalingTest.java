package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.marathon.AppId;
import io.cerebro.realm.Limits;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private final Drive drive = new Drive().live(orders("v1"));
    private final Scaling scaling = new Scaling(drive.world(), new Limits(4, 1024, 10));

    @Test
    void changesTheNumberOfInstancesAndRestartsNothing() {
        var before = drive.marathon.app(ORDERS).orElseThrow();

        assertThat(scaling.scale(ORDERS, 7)).isEqualTo("/orders scales from 3 to 7 instances");

        var after = drive.marathon.app(ORDERS).orElseThrow();
        assertThat(after.instances()).isEqualTo(7);
        assertThat(after.lastConfigChangeAt()).isEqualTo(before.lastConfigChangeAt());
    }

    @Test
    void keepsTheRealmsBounds() {
        assertThatThrownBy(() -> scaling.scale(ORDERS, 11))
                .hasMessage("the realm allows 1 to 10 instances of a service, not 11");
        assertThatThrownBy(() -> scaling.scale(ORDERS, 0))
                .hasMessage("the realm allows 1 to 10 instances of a service, not 0");
        assertThatThrownBy(() -> scaling.scale(AppId.of("/basket"), 2)).hasMessage("there is no /basket to scale");
    }

    @Test
    void forcesNothingOverADeploymentUnderWay() {
        drive.marathon.lock(ORDERS, "d-1");

        assertThat(scaling.scale(ORDERS, 7))
                .isEqualTo("/orders was not scaled: deployment d-1 holds it; try again when it is over");
    }
}
