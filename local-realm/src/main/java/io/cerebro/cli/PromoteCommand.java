package io.cerebro.cli;

import io.cerebro.marathon.AppId;
import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro promote}. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = "Makes the canary that is there the stable version, and removes the canary.")
final class PromoteCommand implements Callable<Integer> {
    @Mixin
    private ReleaseRun run = new ReleaseRun();

    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service's id in Marathon, such as /orders.")
    private String service = "";

    @Override
    public Integer call() {
        AppId id = AppId.of(service);
        return run.drive(
                (realm, connection, by) -> Release.of(id, Goal.PROMOTE, connection.settings(), by, Instant.now()));
    }
}
