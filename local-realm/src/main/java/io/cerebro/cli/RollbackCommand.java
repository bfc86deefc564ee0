package io.cerebro.cli;

import io.cerebro.release.Goal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cerebro rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Takes the canary away, or, where there is none, puts back the version that ran before.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private ServiceRelease release = new ServiceRelease();

    @Override
    public Integer call() {
        return release.drive(Goal.ROLLBACK);
    }
}
