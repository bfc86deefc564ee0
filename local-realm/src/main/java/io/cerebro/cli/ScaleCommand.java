package io.cerebro.cli;

import io.cerebro.marathon.AppId;
import io.cerebro.release.Goal;
import io.cerebro.release.Overrides;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.Size;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro scale}. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = "Gives a service more or fewer instances, and ends when they serve in Marathon and in HAProxy."
                + " No task restarts.")
final class ScaleCommand implements Callable<Integer> {
    @Mixin
    private ReleaseRun run = new ReleaseRun();

    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service's id in Marathon, such as /orders.")
    private String service = "";

    @Parameters(
            index = "2",
            paramLabel = "INSTANCES",
            description = "How many: 5, or a change of what there is: +2, -1, x2, 150%%.")
    private String instances = "";

    @Option(
            names = "--during-release",
            description = "Also while a canary is beside it: the canary grows with it, and first.")
    private boolean duringRelease;

    @Option(
            names = "--healthy-within",
            paramLabel = "TIME",
            defaultValue = "",
            description = "How long they may take until they serve, such as 5m. Default: the realm's.")
    private String healthyWithin = "";

    @Override
    public Integer call() {
        AppId id = AppId.of(service);
        Overrides overrides = new Overrides(Map.of("healthyWithin", healthyWithin));
        return run.drive(
                (realm, connection, by) ->
                        Release.of(id, Goal.SCALE, overrides.over(connection.settings()), by, Instant.now()),
                (realm, release) -> {
                    Size size = Size.of(instances, realm.limits());
                    return Progress.scale(release, duringRelease ? size.alsoDuringRelease() : size);
                });
    }
}
