package io.cerebro.cli;

import io.cerebro.release.Goal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cerebro promote}. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = "Makes the canary that is there the stable version, and removes the canary.")
final class PromoteCommand implements Callable<Integer> {
    @Mixin
    private ServiceRelease release = new ServiceRelease();

    @Override
    public Integer call() {
        return release.drive(Goal.PROMOTE);
    }
}
