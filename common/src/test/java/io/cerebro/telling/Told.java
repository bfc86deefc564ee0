package io.cerebro.telling;

import static io.cerebro.release.Drive.orders;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.release.Source;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Releases of {@code /orders}, of which v1 is live in realm prod, as they are told look by look. */
final class Told {
    final Drive drive = new Drive().live(orders("v1"));

    /** Every look of a release, as its report has it. */
    List<ReleaseReport> reports(AppDefinition definition, Goal goal) {
        Progress progress = Progress.start(
                drive.release(definition, goal).from(new Source(Optional.empty(), Optional.of("4f2c1aa"))));
        ReleaseReport report = ReleaseReport.begin(
                progress.release(), "prod", Links.NONE.and("Shop #7", "https://jenkins.example.com/job/shop/7/"));
        List<ReleaseReport> reports = new ArrayList<>(List.of(report));
        while (progress.outcome().isEmpty()) {
            progress = drive.steps(progress, 1);
            report = report.with(progress);
            reports.add(report);
        }
        reports.add(report.with(progress));
        return reports;
    }
}
