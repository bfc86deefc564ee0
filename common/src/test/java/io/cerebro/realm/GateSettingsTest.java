package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.GateSettings.NotEnoughData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateSettingsTest {
    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatThrownBy(() -> gate(5, 100, 2, 0.01, 5, 0.005)).hasMessage("an error rate is from 0 to 1, not 5.0");
        assertThatThrownBy(() -> gate(0.01, 100, 0.5, 0.01, 5, 0.005))
                .hasMessage("the tolerance is at least 1, not 0.5");
        assertThatThrownBy(() -> gate(0.01, 0, 2, 0.01, 5, 0.005))
                .hasMessage("minErrors and minRequests are at least 1");
        assertThatThrownBy(() -> gate(1, 100, 2, 0, 5, 0.005))
                .hasMessage("the probability of a false alarm is above 0 and below 1, not 0.0");
        assertThatThrownBy(() -> gate(1, 100, 2, 0.01, 1, 0.005)).hasMessage("the accepted ratio is above 1, not 1.0");
        assertThatThrownBy(() -> gate(1, 100, 2, 0.01, 5, 1))
                .hasMessage("the accepted error rate is above 0 and below 1, not 1.0");
    }

    @Test
    void refusesLatenciesAndTasksThatMakeNoSense() {
        assertThatThrownBy(() -> new LatencySettings(0.9, 2, 0.95, Duration.ZERO))
                .hasMessage("the tolerance of latency is at least 1, not 0.9");
        assertThatThrownBy(() -> new LatencySettings(1.5, 1, 0.95, Duration.ZERO))
                .hasMessage("the accepted ratio of latency is above 1, not 1.0");
        assertThatThrownBy(() -> new LatencySettings(1.5, 2, 1, Duration.ZERO))
                .hasMessage("a quantile is above 0 and below 1, not 1.0");
        assertThatThrownBy(() -> new TaskSettings(3, 0))
                .hasMessage("tasks.failures and tasks.killedForMemory are at least 1");
    }

    private static GateSettings gate(
            double maxErrorRate,
            int minRequests,
            double tolerance,
            double falseAlarms,
            double acceptedRatio,
            double acceptedErrorRate) {
        return new GateSettings(
                maxErrorRate,
                5,
                minRequests,
                NotEnoughData.HOLD,
                tolerance,
                falseAlarms,
                acceptedRatio,
                acceptedErrorRate,
                LatencySettings.DEFAULT,
                TaskSettings.DEFAULT,
                List.of());
    }
}
