package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.GateSettings;
import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.realm.LatencySettings;
import io.cerebro.realm.TaskSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
    @Test
    void changesWhatIsGivenAndNothingElse() {
        Settings settings = new Overrides(Map.of(
                        "percent", "25 %",
                        "isolatedBake", "1s",
                        "partialBake", " 5m ",
                        "hold", "2h",
                        "canaryInstances", "3",
                        "maxErrorRate", "2 %",
                        "onNotEnoughData", "rollback",
                        "healthyWithin", "10m",
                        "tolerance", "",
                        "drain", "1m"))
                .over(Settings.DEFAULT);

        assertThat(settings)
                .isEqualTo(new Settings(
                        Duration.ofSeconds(1),
                        25,
                        Duration.ofMinutes(5),
                        Duration.ofHours(2),
                        new GateSettings(
                                0.02,
                                5,
                                100,
                                NotEnoughData.ROLLBACK,
                                1.5,
                                0.01,
                                5,
                                0.005,
                                LatencySettings.DEFAULT,
                                TaskSettings.DEFAULT,
                                List.of()),
                        Optional.of(3),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1)));
        assertThat(Overrides.NONE.over(Settings.DEFAULT)).isEqualTo(Settings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    percent         | 0     | percent must be a number above 0 and up to 100, such as 10, but is '0'
                    percent         | much  | percent must be a number above 0 and up to 100, such as 10, but is 'much'
                    partialBake     | 5     | partialBake must be a duration such as 30s, 5m or 1h, but is '5'
                    canaryInstances | 0     | canaryInstances must be a whole number from 1 to 10000, but is '0'
                    maxErrorRate    | 101 % | maxErrorRate must be a percentage from 0 % to 100 %, such as 5 %, but is '101 %'
                    tolerance       | 0.5   | tolerance must be a number from 1, such as 1.5, but is '0.5'
                    minErrors       | -1    | minErrors must be a whole number from 1, but is '-1'
                    falseAlarms     | 0     | falseAlarms must be a percentage above 0 % and below 100 %, such as 1 %, but is '0'
                    acceptedRatio   | 1     | acceptedRatio must be a number above 1, such as 5, but is '1'
                    latencyTolerance | 0.9  | latencyTolerance must be a number from 1, such as 1.5, but is '0.9'
                    latencyQuantile | 100 % | latencyQuantile must be a percentage above 0 % and below 100 %, such as 95 %, but is '100 %'
                    taskFailures    | 0     | taskFailures must be a whole number from 1, but is '0'
                    checks          | shop/orders | checks must be URLs separated by spaces, such as http://shop.example.com/orders/health, but is 'shop/orders'
                    checks          | http://ann:secret@shop | checks must be URLs separated by spaces, such as http://shop.example.com/orders/health, but is 'http://****@shop'
                    onNotEnoughData | wait  | onNotEnoughData must be one of hold, promote, rollback, but is 'wait'
                    """)
    void namesTheFieldAndWhatIsAllowedInIt(String field, String text, String message) {
        Overrides overrides = new Overrides(Map.of(field, text));
        assertThatThrownBy(() -> overrides.over(Settings.DEFAULT)).hasMessage(message);
    }

    @Test
    void writesSettingsDownAsItReadsThem() {
        Settings settings = new Settings(
                Duration.ofMillis(1500),
                12.5,
                Duration.ofSeconds(90),
                Duration.ofDays(1),
                new GateSettings(
                        0.07,
                        5,
                        1_000_000,
                        NotEnoughData.PROMOTE,
                        2,
                        0.05,
                        7.5,
                        0.02,
                        new LatencySettings(1.25, 3, 0.99, Duration.ofMinutes(2)),
                        new TaskSettings(7, 2),
                        List.of(URI.create("http://shop/orders"), URI.create("https://shop:8443/a?b=c"))),
                Optional.of(3),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Duration.ZERO);

        assertThat(Overrides.of(settings).over(Settings.DEFAULT)).isEqualTo(settings);
        assertThat(Overrides.of(Settings.DEFAULT).fields())
                .containsAllEntriesOf(Map.of(
                        "isolatedBake", "10s",
                        "percent", "10",
                        "partialBake", "1m",
                        "hold", "1h",
                        "maxErrorRate", "100 %",
                        "tolerance", "1.5",
                        "falseAlarms", "1 %",
                        "acceptedRatio", "5",
                        "acceptedErrorRate", "0.5 %",
                        "healthyWithin", "5m"))
                .doesNotContainKey("canaryInstances");
    }

    @Test
    void refusesAFieldThatIsNone() {
        assertThatThrownBy(() -> new Overrides(Map.of("percnt", "5")))
                .hasMessage("there is no field 'percnt'; did you mean 'percent'?");
    }
}
