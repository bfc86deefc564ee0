package io.cerebro.report;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import java.time.Instant;

/** Records the releases that a test drives, saving and restoring the report after every look. */
final class Recorder {
    final Drive drive = new Drive().live(Drive.orders("v1"));

    static ReleaseReport promoted() {
        return new Recorder().toEnd(Drive.orders("v2"), Goal.RELEASE);
    }

    static ReleaseReport rolledBack() {
        Recorder recorder = new Recorder();
        recorder.drive.router.canaryErrorRate(0.2);
        return recorder.toEnd(Drive.orders("v3"), Goal.RELEASE);
    }

    static ReleaseReport deployed() {
        return new Recorder().toEnd(Drive.orders("v2"), Goal.DEPLOY);
    }

    static ReleaseReport crashed() {
        return new Recorder().toEnd(Drive.orders("v4", "crash"), Goal.RELEASE);
    }

    ReleaseReport toEnd(AppDefinition target, Goal goal) {
        return record(drive.release(target, goal), Integer.MAX_VALUE);
    }

    ReleaseReport record(Release release, int looks) {
        return record(Progress.start(release), looks);
    }

    ReleaseReport record(Progress start, int looks) {
        Links links = Links.NONE.and("/orders in Marathon", "http://marathon.example.com:8080/ui/#/apps/%2Forders");
        Progress progress = start;
        ReleaseReport report = ReleaseReport.begin(start.release(), "prod", links);
        for (int i = 0; i < looks && progress.outcome().isEmpty(); i++) {
            progress = drive.steps(progress, 1);
            report = ReportJson.read(ReportJson.write(report.with(progress)));
        }
        return report;
    }

    Instant now() {
        return drive.clock.instant();
    }
}
