package io.cerebro.cli;

import io.cerebro.marathon.AppId;
import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A release of what the realm has: only the service is named. */
final class ServiceRelease {
    @Mixin
    private ReleaseRun run = new ReleaseRun();

    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service's id in Marathon, such as /orders.")
    private String service = "";

    int drive(Goal goal) {
        AppId id = AppId.of(service);
        return run.drive((realm, connection, by) -> Release.of(id, goal, connection.settings(), by, Instant.now()));
    }
}
