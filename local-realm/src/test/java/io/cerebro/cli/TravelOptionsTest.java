package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line offers what the build servers offer. */
class TravelOptionsTest {
    /** Of the realm alone. */
    private static final Set<String> NO_OPTIONS = Set.of("routerWithin", "drain");

    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("isolatedBake", "20s"),
            Map.entry("percent", "12.5"),
            Map.entry("partialBake", "2m"),
            Map.entry("hold", "2h"),
            Map.entry("canaryInstances", "2"),
            Map.entry("maxErrorRate", "5 %"),
            Map.entry("tolerance", "2"),
            Map.entry("falseAlarms", "5 %"),
            Map.entry("acceptedRatio", "3"),
            Map.entry("acceptedErrorRate", "1 %"),
            Map.entry("minErrors", "7"),
            Map.entry("minRequests", "200"),
            Map.entry("latencyTolerance", "2.5"),
            Map.entry("latencyAcceptedRatio", "4"),
            Map.entry("latencyQuantile", "99 %"),
            Map.entry("latencyWarmUp", "2m"),
            Map.entry("taskFailures", "5"),
            Map.entry("killedForMemory", "2"),
            Map.entry("checks", "http://shop/orders/health https://shop/cart"),
            Map.entry("onNotEnoughData", "rollback"),
            Map.entry("healthyWithin", "10m"));

    @Command(name = "travel")
    private static final class Journey {
        @Mixin
        private TravelOptions travel = new TravelOptions();
    }

    @Test
    void setEveryFieldThatACallerMayChange() {
        Set<String> offered = new HashSet<>(Overrides.NAMES);
        offered.removeAll(NO_OPTIONS);
        assertThat(ALL).containsOnlyKeys(offered);
        List<String> words = new ArrayList<>();
        ALL.forEach((field, text) -> words.addAll(List.of(option(field), text)));

        Journey journey = new Journey();
        new CommandLine(journey).parseArgs(words.toArray(String[]::new));

        assertThat(journey.travel.over(Settings.DEFAULT)).isEqualTo(new Overrides(ALL).over(Settings.DEFAULT));
        assertThat(Overrides.of(journey.travel.over(Settings.DEFAULT)).fields()).containsAllEntriesOf(ALL);
    }

    private static String option(String field) {
        return "--" + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
