package io.cerebro.cli;

import io.cerebro.release.Goal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cerebro release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Releases through all stages: canary isolated (only the header reaches it), canary partial (its"
                + " share of the traffic), full. A gate judges between them; a bad canary is rolled back. Given again"
                + " after a crash, it continues.")
final class ReleaseCommand implements Callable<Integer> {
    @Mixin
    private DefinedRelease release = new DefinedRelease();

    @Override
    public Integer call() {
        return release.drive(Goal.RELEASE);
    }
}
