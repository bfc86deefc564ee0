package io.cerebro.report;

import java.time.Instant;

/** The stages, each with what was seen last. */
final class StageTable {
    private final Markup html = new Markup();

    private StageTable() {}

    static Markup of(Course course, Instant now) {
        StageTable table = new StageTable();
        table.html.add("""
                <h2>Stages</h2>
                <table border="1" cellspacing="0" cellpadding="6" width="760">
                <tr align="left"><th>stage</th><th>began (UTC)</th><th>took</th><th>what was seen last</th></tr>
                """);
        course.laps()
                .forEach(
                        lap -> table.row(lap.stage(), lap.began(), Times.between(lap.began(), lap.ended()), lap.saw()));
        course.underWay()
                .ifPresent(stage -> table.row(
                        stage.stage(), stage.began(), Times.between(stage.began(), now) + " so far", stage.says()));
        return table.html.add("</table>\n");
    }

    private void row(String stage, Instant began, String took, String saw) {
        html.add("""
                <tr valign="top"><th align="left" nowrap="nowrap">%s</th><td>%s</td>\
                <td align="right" nowrap="nowrap">%s</td><td>%s</td></tr>
                """, stage, Times.clock(began), took, saw);
    }
}
