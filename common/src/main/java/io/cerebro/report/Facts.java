package io.cerebro.report;

import io.cerebro.release.Outcome;
import java.util.Locale;

/** What is to be known first: why it ended, what was released, by whom and when. */
final class Facts {
    private final Markup html = new Markup();

    private Facts() {}

    static Markup of(ReleaseReport report) {
        Facts facts = new Facts();
        facts.html.add("<p><strong>%s</strong></p>\n<table cellpadding=\"3\">\n", because(report.course()));
        facts.of(report.subject(), report.course());
        return facts.html.add("</table>\n");
    }

    private static String because(Course course) {
        return course.outcome()
                .map(Outcome::because)
                .or(() -> course.underWay().map(UnderWay::says))
                .orElse("not begun");
    }

    private void of(Subject subject, Course course) {
        subject.image().ifPresent(image -> fact("image", image));
        subject.commit().ifPresent(commit -> fact("commit", commit));
        fact("goal", subject.goal().name().toLowerCase(Locale.ROOT));
        fact("released by", subject.by());
        course.approver().ifPresent(name -> fact("approved by", name));
        fact("began", Times.full(subject.startedAt()));
        course.endedAt()
                .ifPresent(
                        end -> fact("ended", Times.full(end) + ", after " + Times.between(subject.startedAt(), end)));
        course.verdict().ifPresent(verdict -> fact("the gate", verdict.toString()));
        subject.links().urls().forEach(this::link);
    }

    private void fact(String name, String value) {
        html.add("<tr><th align=\"left\" valign=\"top\">%s</th><td>%s</td></tr>\n", name, value);
    }

    private void link(String label, String url) {
        html.add("<tr><td></td><td><a href=\"%s\" rel=\"noopener noreferrer\">%s</a></td></tr>\n", url, label);
    }
}
