package io.cerebro.cli;

import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cerebro deploy}. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Deploys without a canary: new instances come up, old ones go, and it ends when that is true in"
                + " Marathon and in HAProxy. A version that does not come up is put back.")
final class DeployCommand implements Callable<Integer> {
    @Mixin
    private ReleaseRun run = new ReleaseRun();

    @Mixin
    private DefinitionArguments definition = new DefinitionArguments();

    @Mixin
    private TravelOptions travel = new TravelOptions();

    @Override
    public Integer call() {
        return run.drive((realm, connection, by) ->
                Release.of(definition.read(realm), Goal.DEPLOY, travel.over(connection.settings()), by, Instant.now()));
    }
}
