package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.GateSettings.NotEnoughData;
import org.junit.jupiter.api.Test;

class GateSettingsTest {
    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatThrownBy(() -> new GateSettings(5, 5, 100, NotEnoughData.HOLD, 2, 0.01, 5, 0.005))
                .hasMessage("an error rate is from 0 to 1, not 5.0");
        assertThatThrownBy(() -> new GateSettings(0.01, 5, 100, NotEnoughData.HOLD, 0.5, 0.01, 5, 0.005))
                .hasMessage("the tolerance is at least 1, not 0.5");
        assertThatThrownBy(() -> new GateSettings(0.01, 5, 0, NotEnoughData.HOLD, 2, 0.01, 5, 0.005))
                .hasMessage("minErrors and minRequests are at least 1");
        assertThatThrownBy(() -> new GateSettings(1, 5, 100, NotEnoughData.HOLD, 2, 0, 5, 0.005))
                .hasMessage("the probability of a false alarm is above 0 and below 1, not 0.0");
        assertThatThrownBy(() -> new GateSettings(1, 5, 100, NotEnoughData.HOLD, 2, 0.01, 1, 0.005))
                .hasMessage("the accepted ratio is above 1, not 1.0");
        assertThatThrownBy(() -> new GateSettings(1, 5, 100, NotEnoughData.HOLD, 2, 0.01, 5, 1))
                .hasMessage("the accepted error rate is above 0 and below 1, not 1.0");
    }
}
