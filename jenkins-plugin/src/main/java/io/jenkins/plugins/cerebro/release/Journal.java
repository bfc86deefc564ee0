package io.jenkins.plugins.cerebro.release;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.realm.Audience;
import io.cerebro.release.Narration;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.report.ReleaseReport;
import io.cerebro.telling.Telling;
import io.jenkins.plugins.cerebro.page.Records;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a release in the build's log, and keeps its record for the build's page. */
final class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class.getName());
    private static final Duration PACE = Duration.ofSeconds(3);

    private final Records records;
    private final int number;
    private final TaskListener listener;
    private final Telling telling;
    private final Narration narration = new Narration(ZoneId.systemDefault());

    private ReleaseReport report;
    private String stage = "";
    private Instant written = Instant.EPOCH;

    /** @param number of the record, which is there already */
    Journal(Run<?, ?> run, int number, TaskListener listener, Audience audience) {
        this.records = Records.of(run);
        this.number = number;
        this.listener = listener;
        this.report = records.read(number)
                .orElseThrow(() -> new IllegalStateException("the record " + number + " of " + run + " is gone"));
        this.telling = Telling.to(audience, report, this::trouble);
    }

    void looked(Progress progress, Instant now) {
        report = report.with(progress);
        telling.looked(report);
        if (progress.waitsForPerson()) {
            telling.held(report);
        }
        narration.tell(progress, now).forEach(this::say);
        boolean moved = !progress.phase().stage().equals(stage);
        if (moved || progress.outcome().isPresent() || now.isAfter(written.plus(PACE))) {
            stage = progress.phase().stage();
            written = now;
            records.write(number, report);
        }
    }

    void approved(String by) {
        report = report.approvedBy(by);
        say("approved by " + by);
    }

    void say(String line) {
        listener.getLogger().println("[Cerebro] " + line);
    }

    /** Maybe after the build has ended. */
    private void trouble(String sentence) {
        LOG.warning(sentence);
        say(sentence);
    }

    /** The failing task's own lines go into the log as they are. */
    void ended(Outcome outcome) {
        telling.end();
        outcome.lines().stream().skip(1).forEach(this::say);
        try {
            records.archive(number, report, listener);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "could not archive the report", e);
            say("could not archive the report: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String gate() {
        return report.course()
                .verdict()
                .map(verdict -> verdict.kind().toString())
                .orElse("");
    }
}
