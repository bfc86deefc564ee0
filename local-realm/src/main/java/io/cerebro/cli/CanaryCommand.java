package io.cerebro.cli;

import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import java.time.Instant;
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
    private ReleaseRun run = new ReleaseRun();

    @Mixin
    private DefinitionArguments definition = new DefinitionArguments();

    @Mixin
    private TravelOptions travel = new TravelOptions();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            required = true,
            description = "${COMPLETION-CANDIDATES}: only requests with the header reach it, or it has its share too.")
    private UpTo stage = UpTo.ISOLATED;

    @Override
    public Integer call() {
        Goal goal = stage == UpTo.ISOLATED ? Goal.ISOLATED : Goal.PARTIAL;
        return run.drive((realm, connection, by) ->
                Release.of(definition.read(realm), goal, travel.over(connection.settings()), by, Instant.now()));
    }
}
