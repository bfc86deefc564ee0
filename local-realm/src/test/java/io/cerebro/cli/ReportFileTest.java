package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private final Drive drive = new Drive().live(Drive.orders("v1"));
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Progress end =
            drive.steps(Progress.start(drive.release(Drive.orders("v2"), Goal.RELEASE)), Integer.MAX_VALUE);
    private final ReleaseReport begun = ReleaseReport.begin(end.release(), "prod", Links.NONE);
    private final ReportFile record = new ReportFile(begun, new PrintStream(err, true, StandardCharsets.UTF_8));

    @TempDir
    private Path directory;

    @BeforeEach
    void recordTheEnd() {
        record.add(end);
    }

    @Test
    void writesJson() throws IOException {
        record.write(directory.resolve("report.json"));

        assertThat(ReportJson.read(Files.readString(directory.resolve("report.json"))))
                .isEqualTo(begun.with(end));
    }

    @Test
    void writesAPageWhereTheNameIsAPages() throws IOException {
        record.write(directory.resolve("report.html"));

        assertThat(directory.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void saysWhereItCouldNotWrite() {
        Path nowhere = directory.resolve("missing/report.json");

        record.write(nowhere);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("tried to write the report to " + nowhere + " but there is no directory "
                        + nowhere.getParent() + System.lineSeparator());
    }
}
