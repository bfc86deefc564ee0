package io.cerebro.report;

import io.cerebro.gate.Finding;
import io.cerebro.gate.Reading;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.traffic.Counts;
import java.util.Locale;
import java.util.Optional;

/** What the gate found in each stage: who counted what, and where the tests stood at the end. */
final class GateTable {
    private final Markup rows = new Markup();
    private boolean any;

    private GateTable() {}

    /** Nothing where no canary had traffic. */
    static Markup of(Course course) {
        GateTable table = new GateTable();
        course.laps().forEach(table::lap);
        course.underWay().ifPresent(now -> now.observed().ifPresent(seen -> table.stage(now.stage(), seen)));
        return table.any ? new Markup().add("""
                        <h2>The gate</h2>
                        <table border="1" cellspacing="0" cellpadding="6" width="760">
                        <tr align="left"><th>stage</th><th>source</th><th>canary</th><th>stable</th>\
                        <th>against it</th><th>for it</th><th>found</th></tr>
                        %s</table>
                        """, table.rows) : new Markup();
    }

    private void lap(Lap lap) {
        lap.observed().filter(seen -> seen.stage().equals(lap.stage())).ifPresent(seen -> stage(lap.stage(), seen));
    }

    private void stage(String stage, Observation seen) {
        any = true;
        row(stage, seen.traffic());
        seen.others().forEach(finding -> row(stage, finding));
    }

    private void row(String stage, Finding finding) {
        Optional<Reading> reading = finding.reading();
        rows.add(
                """
                <tr valign="top"><th align="left">%s</th><td>%s, %s</td><td>%s</td><td>%s</td>\
                <td>%s</td><td>%s</td><td>%s</td></tr>
                """,
                stage,
                finding.source(),
                finding.respect(),
                counts(finding.canary(), reading),
                counts(finding.stable(), reading),
                reading.map(at -> evidence(at.against(), at.failLine())).orElse(""),
                reading.map(at -> evidence(at.fine(), at.passLine())).orElse(""),
                finding.verdict());
    }

    private static String counts(Counts counts, Optional<Reading> reading) {
        return reading.isEmpty() ? "" : counts.errors() + " of " + counts.requests();
    }

    private static String evidence(double reached, double line) {
        return number(reached) + " of " + number(line);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
