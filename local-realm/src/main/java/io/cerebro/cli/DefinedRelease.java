package io.cerebro.cli;

import io.cerebro.release.Goal;
import picocli.CommandLine.Mixin;

/** A release of a version that is given. */
final class DefinedRelease {
    @Mixin
    private ReleaseRun run = new ReleaseRun();

    @Mixin
    private VersionOptions version = new VersionOptions();

    int drive(Goal goal) {
        return run.drive(version.upTo(goal));
    }
}
