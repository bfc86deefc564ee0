package io.cerebro.cli;

import io.cerebro.release.Goal;
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
    private DefinedRelease release = new DefinedRelease();

    @Override
    public Integer call() {
        return release.drive(Goal.DEPLOY);
    }
}
