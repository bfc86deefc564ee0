package io.cerebro.report;

import java.util.List;
import java.util.Locale;

/** The upper half of a picture: how much of the traffic the canary had. */
final class SharePanel {
    static final double HEIGHT = 112;

    private final TimeAxis time;
    private final List<Sample> samples;
    private final Scale scale;

    SharePanel(Traffic traffic, TimeAxis time, double y) {
        this.time = time;
        this.samples = traffic.samples();
        double highest = samples.stream().mapToDouble(SharePanel::percent).max().orElse(0);
        this.scale = Scale.upTo(Math.min(100, highest * 1.25), y + 24, HEIGHT - 34);
    }

    Scale scale() {
        return scale;
    }

    void draw(Markup svg) {
        svg.add(
                "<text x=\"%s\" y=\"%s\" font-weight=\"bold\">share of the traffic that the canary has</text>\n",
                TimeAxis.LEFT, scale.y() - 9);
        scale.draw(svg);
        String steps = steps();
        svg.add("""
                <path d="%s V%s H%s Z" fill="%s" fill-opacity="0.2"/>
                <path d="%s" fill="none" stroke="%s" stroke-width="2.5"/>
                """, steps, scale.bottom(), TimeAxis.LEFT, Line.CANARY.colour(), steps, Line.CANARY.colour());
    }

    private String steps() {
        StringBuilder path = new StringBuilder(format("M%.1f %.1f", TimeAxis.LEFT, scale.bottom()));
        double drawn = 0;
        for (Sample sample : samples) {
            if (percent(sample) != drawn) {
                drawn = percent(sample);
                path.append(format(" H%.1f V%.1f", time.x(sample.at()), scale.y(drawn)));
            }
        }
        return path + " H" + TimeAxis.RIGHT;
    }

    private static String format(String format, double x, double y) {
        return String.format(Locale.ROOT, format, x, y);
    }

    private static double percent(Sample sample) {
        return sample.basisPoints() / 100.0;
    }
}
