package io.cerebro.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A picture's background: a band for each stage, with its name above. */
final class Stages {
    private static final double ROW = 14;
    private static final int MOST_ROWS = 3;
    private static final double LETTER = 6.3;

    private record Stage(String name, Instant began, Instant ended) {}

    /** A name where it has found a place; in no row where there is none. */
    private record Name(String text, double x, int row) {
        double end() {
            return x + text.length() * LETTER + 8;
        }
    }

    private final List<Stage> stages;
    private final List<Name> names = new ArrayList<>();
    private final TimeAxis time;

    Stages(Course course, TimeAxis time) {
        this.time = time;
        this.stages = Stream.concat(
                        course.laps().stream().map(lap -> new Stage(lap.stage(), lap.began(), lap.ended())),
                        course.underWay().stream().map(now -> new Stage(now.stage(), now.began(), time.to())))
                .toList();
        stages.forEach(stage -> names.add(place(stage)));
    }

    private Name place(Stage stage) {
        double width = stage.name().length() * LETTER;
        double x = Math.min(time.x(stage.began()) + 4, TimeAxis.RIGHT - width);
        for (int row = 0; row < MOST_ROWS; row++) {
            if (free(row, x)) {
                return new Name(stage.name(), x, row);
            }
        }
        return new Name(stage.name(), x, -1);
    }

    private boolean free(int row, double x) {
        return names.stream().filter(name -> name.row() == row).allMatch(name -> name.end() <= x);
    }

    /** Where the names end. */
    double height() {
        return ROW * (1 + names.stream().mapToInt(Name::row).max().orElse(0)) + 4;
    }

    void draw(Markup svg, double bottom) {
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            double x = time.x(stage.began());
            svg.add(
                    """
                    <rect x="%s" y="0" width="%s" height="%s" fill="currentColor" fill-opacity="%s">\
                    <title>%s</title></rect>
                    <line x1="%s" y1="0" x2="%s" y2="%s" stroke="currentColor" stroke-opacity="0.25"/>
                    """,
                    x, time.x(stage.ended()) - x, bottom, i % 2 == 0 ? "0.03" : "0.08", title(stage), x, x, bottom);
        }
        names.stream()
                .filter(name -> name.row() >= 0)
                .forEach(name -> svg.add(
                        "<text x=\"%s\" y=\"%s\">%s</text>\n", name.x(), ROW * (1 + name.row()) - 2, name.text()));
    }

    /** All of them in words. */
    String words() {
        return String.join(", ", stages.stream().map(Stages::title).toList());
    }

    private static String title(Stage stage) {
        return stage.name() + " from " + Times.clock(stage.began()) + " to " + Times.clock(stage.ended());
    }
}
