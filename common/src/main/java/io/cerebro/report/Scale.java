package io.cerebro.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * Percentages, from bottom to top.
 *
 * @param top the highest percentage that has its place
 * @param y where that is
 * @param height down to 0
 */
record Scale(double top, double y, double height) {
    private static final List<Double> TOPS = List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);

    /** With place for the highest; up to 1 % where there is nothing but 0. */
    static Scale upTo(double highest, double y, double height) {
        double top = highest == 0
                ? 1
                : TOPS.stream().filter(each -> each >= highest).findFirst().orElse(100.0);
        return new Scale(top, y, height);
    }

    double y(double percent) {
        return bottom() - Math.max(0, Math.min(1, percent / top)) * height;
    }

    double bottom() {
        return y + height;
    }

    /** The lines to read it by, with their percentages. */
    void draw(Markup svg) {
        for (double percent : List.of(0.0, top / 2, top)) {
            svg.add(
                    """
                    <line x1="%s" y1="%s" x2="%s" y2="%s" stroke="currentColor" stroke-opacity="0.2"/>
                    <text x="%s" y="%s" text-anchor="end">%s</text>
                    """,
                    TimeAxis.LEFT,
                    y(percent),
                    TimeAxis.RIGHT,
                    y(percent),
                    TimeAxis.LEFT - 6,
                    y(percent) + 4,
                    label(percent));
        }
    }

    private static String label(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + " %";
    }
}
