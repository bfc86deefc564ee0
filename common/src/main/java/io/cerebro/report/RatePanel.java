package io.cerebro.report;

import io.cerebro.traffic.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The lower half of a picture: how many of their requests canary and stable failed to answer. */
final class RatePanel {
    static final double HEIGHT = 148;

    /** Fewer points than pixels, so that a few requests do not make a rate. */
    private static final int POINTS = 60;

    private final TimeAxis time;
    private final Traffic traffic;
    private final List<Sample> samples;
    private final Scale scale;

    RatePanel(Traffic traffic, TimeAxis time, double y) {
        this.time = time;
        this.traffic = traffic;
        this.samples = traffic.coarser(Duration.between(time.from(), time.to()).dividedBy(POINTS))
                .samples();
        double highest = samples.stream()
                .flatMap(sample -> Stream.of(sample.canary(), sample.stable()))
                .mapToDouble(Counts::errorRate)
                .max()
                .orElse(0);
        this.scale = Scale.upTo(100 * highest, y + 40, HEIGHT - 40);
    }

    Scale scale() {
        return scale;
    }

    void draw(Markup svg) {
        svg.add("<text x=\"%s\" y=\"%s\" font-weight=\"bold\">error rate</text>\n", TimeAxis.LEFT, scale.y() - 25);
        scale.draw(svg);
        legend(svg, Line.CANARY, TimeAxis.LEFT);
        legend(svg, Line.STABLE, TimeAxis.LEFT + 346);
        Line.CANARY.draw(svg, path(Line.CANARY));
        Line.STABLE.draw(svg, path(Line.STABLE));
    }

    /** A line for each stage, through the samples that have requests, from where the first of them began. */
    private String path(Line line) {
        StringBuilder path = new StringBuilder();
        String stage = "";
        Instant before = time.from();
        for (Sample sample : samples) {
            Counts counts = line.of(sample);
            if (counts.requests() > 0) {
                double x = time.x(sample.at());
                double y = scale.y(100 * counts.errorRate());
                path.append(sample.stage().equals(stage) ? "" : format(" M%.1f %.1f", time.x(before), y));
                path.append(format(" L%.1f %.1f", x, y));
                stage = sample.stage();
            }
            before = sample.at();
        }
        return path.toString().strip();
    }

    private static String format(String format, double x, double y) {
        return String.format(Locale.ROOT, format, x, y);
    }

    private void legend(Markup svg, Line line, double x) {
        line.draw(svg, format("M%.1f %.1f h26", x, scale.y() - 13));
        svg.add("<text x=\"%s\" y=\"%s\">%s</text>\n", x + 32, scale.y() - 9, words(line, traffic));
    }

    static String words(Line line, Traffic traffic) {
        Counts all = line.of(traffic);
        return String.format(
                Locale.ROOT,
                "%s: %,d requests, %,d errors (%.2f %%)",
                line,
                all.requests(),
                all.errors(),
                100 * all.errorRate());
    }
}
