package io.cerebro.cli;

import io.cerebro.release.Goal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cerebro canary}. */
@Command(
        name = "canary",
        mixinStandardHelpOptions = true,
        description =
                "Sets the canary beside the stable version, or moves on the one that is there, and ends when it has"
                        + " passed its gate. It stays; then `cerebro promote` or `cerebro rollback`.")
final class CanaryCommand implements Callable<Integer> {
    /** As far as a canary goes. */
    enum UpTo {
        ISOLATED,
        PARTIAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private DefinedRelease release = new DefinedRelease();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            required = true,
            description = "${COMPLETION-CANDIDATES}: only requests with the header reach it, or it has its share too.")
    private UpTo stage = UpTo.ISOLATED;

    @Override
    public Integer call() {
        return release.drive(stage == UpTo.ISOLATED ? Goal.ISOLATED : Goal.PARTIAL);
    }
}
