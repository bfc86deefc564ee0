package io.cerebro.report;

import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import java.time.Instant;

/**
 * The record of a release, under way or over: who released what where, and how it went. Holds no secret of the definition.
 *
 * <p>A driver begins one and adds every look to it. {@link ReportJson} writes and reads it, {@link Picture} draws it, and
 * {@link HtmlReport} tells it.
 */
public record ReleaseReport(Subject subject, Course course) {
    public static ReleaseReport begin(Release release, String realm, Links links) {
        return new ReleaseReport(Subject.of(release, realm, links), Course.BEGIN);
    }

    /** Adds a look. The same look twice changes nothing. */
    public ReleaseReport with(Progress progress) {
        Redaction redaction = Redaction.of(progress.release().target());
        return new ReleaseReport(subject, course.with(progress, redaction));
    }

    /** Of what is over at once: it has no stages. */
    public ReleaseReport ended(Instant at, Outcome outcome) {
        return new ReleaseReport(subject, course.ended(at, outcome));
    }

    /** Adds the name of the person who let it go on. */
    public ReleaseReport approvedBy(String name) {
        return new ReleaseReport(subject, course.approvedBy(name));
    }

    /** {@code /orders in realm prod: rolled back}. */
    public String title() {
        String stands = course.outcome().map(outcome -> outcome.kind().words()).orElse("under way");
        return subject.service() + " in realm " + subject.realm() + ": " + stands;
    }
}
