package io.cerebro.cli;

import io.cerebro.release.Goal;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A release of a version that is given. */
final class DefinedRelease {
    @Mixin
    private ReleaseRun run = new ReleaseRun();

    @Parameters(index = "1", paramLabel = "DEFINITION", description = VersionOptions.DEFINITION)
    private Path definition = Path.of("marathon.yaml");

    @Mixin
    private VersionOptions version = new VersionOptions();

    int drive(Goal goal) {
        return run.drive(version.release(definition, goal));
    }
}
