package io.cerebro.report;

import io.cerebro.release.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * A release as one HTML file, to be archived with a build.
 *
 * <p>It has no style, no script and nothing from elsewhere: Jenkins serves artifacts under a policy that lets none through.
 */
public final class HtmlReport {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width"/>
            <meta name="color-scheme" content="light dark"/>
            <title>%s</title>
            </head>
            <body>
            <font face="system-ui, sans-serif">
            <h1>%s</h1>
            %s%s%s%s%s%s</font>
            </body>
            </html>
            """;

    private HtmlReport() {}

    /** @param now when it is written, for a release that is still under way */
    public static String of(ReleaseReport report, Instant now) {
        return new Markup()
                .add(
                        PAGE,
                        report.title(),
                        report.title(),
                        Facts.of(report),
                        new Markup().add("<p>%s</p>\n", Picture.markup(report, now)),
                        log(report.course()),
                        StageTable.of(report.course(), now),
                        GateTable.of(report.course()),
                        sent(report.subject()))
                .toString();
    }

    private static Markup log(Course course) {
        List<String> lines = course.outcome().map(Outcome::log).orElse(List.of());
        return lines.isEmpty()
                ? new Markup()
                : new Markup()
                        .add("<h2>The failing task's last log lines</h2>\n<pre>%s</pre>\n", String.join("\n", lines));
    }

    private static Markup sent(Subject subject) {
        return subject.sent()
                .map(definition -> new Markup()
                        .add(
                                "<h2>What was sent</h2>\n<pre>%s</pre>\n",
                                definition.json().toPrettyString()))
                .orElseGet(Markup::new);
    }
}
