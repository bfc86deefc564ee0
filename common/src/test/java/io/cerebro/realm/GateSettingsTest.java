package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.GateSettings.NotEnoughData;
import org.junit.jupiter.api.Test;

class GateSettingsTest {
    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatThrownBy(() -> new GateSettings(5, 5, 100, NotEnoughData.HOLD, 2))
                .hasMessage("an error rate is from 0 to 1, not 5.0");
        assertThatThrownBy(() -> new GateSettings(0.01, 5, 100, NotEnoughData.HOLD, 0.5))
                .hasMessage("the tolerance is at least 1, not 0.5");
        assertThatThrownBy(() -> new GateSettings(0.01, 5, 0, NotEnoughData.HOLD, 2))
                .hasMessage("minErrors and minRequests are at least 1");
    }
}
