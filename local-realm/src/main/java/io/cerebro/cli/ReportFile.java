package io.cerebro.cli;

import io.cerebro.release.Progress;
import io.cerebro.report.HtmlReport;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.ReportJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** The record of a release, and the file that it is written to at the end. */
final class ReportFile {
    private final PrintStream err;
    private ReleaseReport report;

    ReportFile(ReleaseReport begun, PrintStream err) {
        this.report = begun;
        this.err = err;
    }

    /** With all that was added. */
    ReleaseReport report() {
        return report;
    }

    ReleaseReport add(Progress looked) {
        report = report.with(looked);
        return report;
    }

    /** As HTML or as JSON, as the file's name says. A file that cannot be written does not change how the release ended. */
    void write(Path file) {
        try {
            Files.writeString(file, text(file.toString()));
        } catch (NoSuchFileException e) {
            err.println("tried to write the report to " + file + " but there is no directory " + file.getParent());
        } catch (IOException e) {
            err.println("tried to write the report to " + file + " but " + e.getMessage());
        }
    }

    private String text(String name) {
        return name.endsWith(".html") ? HtmlReport.of(report, Instant.now()) : ReportJson.write(report);
    }
}
