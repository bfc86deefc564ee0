package io.cerebro.bamboo.release;

import io.cerebro.document.Amounts;
import io.cerebro.realm.Audience;
import io.cerebro.release.Narration;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.report.HtmlReport;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.ReportJson;
import io.cerebro.telling.Telling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/** Tells a release: in the build's log, in the result's custom data, and in a report below the working directory. */
final class Journal {
    private static final String DIRECTORY = "cerebro";

    private final Work work;
    private final Narration narration = new Narration(ZoneId.systemDefault());
    private final Telling telling;
    private ReleaseReport report;
    private Instant now = Instant.EPOCH;

    Journal(Work work, Audience audience, ReleaseReport begun) {
        this.work = work;
        this.report = begun;
        this.telling = Telling.to(audience, begun, work.log()::say);
    }

    void looked(Progress progress, Instant at) {
        now = at;
        report = report.with(progress);
        telling.looked(report);
        if (progress.waitsForPerson()) {
            telling.held(report);
        }
        narration.tell(progress, at).forEach(work.log()::say);
    }

    /** The failing task's own lines come before the sentence, which is the last word. */
    void ended(Outcome outcome) {
        telling.end();
        outcome.lines().stream().skip(1).forEach(work.log()::say);
        keep();
        CustomData.of(report, now)
                .forEach((key, value) -> work.context()
                        .getCommonContext()
                        .getCurrentResult()
                        .getCustomBuildData()
                        .put(key, work.log().masked(value)));
        String sentence = outcome.lines().get(0);
        work.handOn(sentence);
        if (outcome.kind() == Outcome.Kind.DONE) {
            work.log().say(sentence);
        } else {
            work.log().error(sentence);
        }
    }

    /** A report that cannot be written does not change how the release ended. */
    private void keep() {
        String name = name();
        Path directory = work.directory().resolve(DIRECTORY);
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".json"), work.log().masked(ReportJson.write(report)));
            Files.writeString(directory.resolve(name + ".html"), work.log().masked(HtmlReport.of(report, now)));
            work.log().say("report: " + DIRECTORY + "/" + name + ".html and .json");
        } catch (IOException e) {
            work.log().say("tried to write the report to " + directory + " but " + e);
        }
    }

    /** {@code shop-orders-partial}: of the tasks of a job each has its own. */
    private String name() {
        String service =
                report.subject().service().path().replaceFirst("^/", "").replace('/', '-');
        return service + "-" + Amounts.name(report.subject().goal());
    }
}
