package io.cerebro.cli;

import io.cerebro.realm.GateSettings.NotEnoughData;
import io.cerebro.release.Settings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a caller may change of the realm's defaults. */
final class TravelOptions {
    @Option(
            names = "--percent",
            paramLabel = "N",
            description = "The canary's share of the traffic in stage partial. Default: the realm's, else 10.")
    private @Nullable Double percent;

    @Option(
            names = "--isolated-bake",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the canary is watched while only the header reaches it, such as 30s.")
    private @Nullable Duration isolatedBake;

    @Option(
            names = "--partial-bake",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the canary is watched with its share, such as 5m.")
    private @Nullable Duration partialBake;

    @Option(
            names = "--canary-instances",
            paramLabel = "N",
            description = "Instances of the canary. Default: enough for its share.")
    private @Nullable Integer canaryInstances;

    @Option(
            names = "--on-not-enough-data",
            paramLabel = "WHAT",
            description = "What to do when the gate cannot know: ${COMPLETION-CANDIDATES}. Default: hold for a person.")
    private @Nullable NotEnoughData onNotEnoughData;

    @Option(
            names = "--healthy-within",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long instances may take until they serve, such as 5m.")
    private @Nullable Duration healthyWithin;

    Settings over(Settings realm) {
        return new Settings(
                or(isolatedBake, realm.isolatedBake()),
                or(percent, realm.percent()),
                or(partialBake, realm.partialBake()),
                realm.hold(),
                or(onNotEnoughData, realm.onNotEnoughData()),
                Optional.ofNullable(canaryInstances).or(realm::canaryInstances),
                or(healthyWithin, realm.healthy()),
                realm.router(),
                realm.drain());
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
