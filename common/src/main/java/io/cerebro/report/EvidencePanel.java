package io.cerebro.report;

import io.cerebro.gate.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The lowest part of a picture: how much spoke against the canary and for it at each look, and the line that the one had to reach. */
final class EvidencePanel {
    static final double HEIGHT = 148;

    private static final double LOWEST = 0.01;

    private final TimeAxis time;
    private final List<Sample> samples;
    private final Reading last;
    private final double highest;
    private final double y;

    private EvidencePanel(List<Sample> samples, Reading last, TimeAxis time, double y) {
        this.time = time;
        this.samples = samples;
        this.last = last;
        this.y = y;
        double most = samples.stream()
                .flatMap(sample -> sample.reading().stream())
                .mapToDouble(reading -> Math.max(reading.against(), reading.fine()))
                .max()
                .orElse(0);
        this.highest = Math.pow(10, Math.ceil(Math.log10(Math.max(most, last.failLine() * 10))));
    }

    /** Nothing where the gate has not been asked. */
    static Optional<EvidencePanel> of(Traffic traffic, TimeAxis time, double y) {
        List<Sample> samples = traffic.samples();
        return samples.stream()
                .flatMap(sample -> sample.reading().stream())
                .reduce((earlier, later) -> later)
                .map(last -> new EvidencePanel(samples, last, time, y));
    }

    Scale scale() {
        return new Scale(1, y + 40, HEIGHT - 40);
    }

    void draw(Markup svg) {
        svg.add(
                "<text x=\"%s\" y=\"%s\" font-weight=\"bold\">the gate's evidence</text>\n",
                TimeAxis.LEFT, scale().y() - 25);
        for (double value : List.of(LOWEST, 1.0, highest)) {
            level(svg, value, "0.2", number(value));
        }
        level(svg, last.failLine(), "0.8", number(last.failLine()));
        legend(
                svg,
                Line.CANARY,
                TimeAxis.LEFT,
                "against the canary: " + number(last.against()) + ", enough is " + number(last.failLine()));
        legend(
                svg,
                Line.STABLE,
                TimeAxis.LEFT + 346,
                "for it: " + number(last.fine()) + ", enough is " + number(last.passLine()));
        Line.CANARY.draw(svg, path(Reading::against));
        Line.STABLE.draw(svg, path(Reading::fine));
    }

    private void level(Markup svg, double value, String opacity, String label) {
        svg.add(
                """
                <line x1="%s" y1="%s" x2="%s" y2="%s" stroke="currentColor" stroke-opacity="%s"/>
                <text x="%s" y="%s" text-anchor="end">%s</text>
                """,
                TimeAxis.LEFT, at(value), TimeAxis.RIGHT, at(value), opacity, TimeAxis.LEFT - 6, at(value) + 4, label);
    }

    private void legend(Markup svg, Line line, double x, String words) {
        line.draw(svg, String.format(Locale.ROOT, "M%.1f %.1f h26", x, scale().y() - 13));
        svg.add("<text x=\"%s\" y=\"%s\">%s</text>\n", x + 32, scale().y() - 9, words);
    }

    /** A line for each stage: each begins to judge anew. */
    private String path(ToDoubleFunction<Reading> value) {
        StringBuilder path = new StringBuilder();
        String stage = "";
        for (Sample sample : samples) {
            if (sample.reading().isPresent()) {
                path.append(String.format(
                        Locale.ROOT,
                        sample.stage().equals(stage) ? " L%.1f %.1f" : " M%.1f %.1f",
                        time.x(sample.at()),
                        at(value.applyAsDouble(sample.reading().get()))));
                stage = sample.stage();
            }
        }
        return path.toString().strip();
    }

    /** Logarithmic. */
    private double at(double value) {
        double part = Math.log10(Math.max(LOWEST, value) / LOWEST) / Math.log10(highest / LOWEST);
        return scale().y(part);
    }

    private static String number(double value) {
        return value >= 100_000
                ? String.format(Locale.ROOT, "%.0e", value).replace("e+0", "e")
                : Double.toString(value >= 10 ? Math.round(value) : Math.round(value * 100) / 100.0)
                        .replaceFirst("\\.0$", "");
    }
}
