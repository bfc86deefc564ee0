package io.cerebro.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The time of a picture, from left to right. */
record TimeAxis(Instant from, Instant to) {
    static final double LEFT = 52;
    static final double RIGHT = 744;

    private static final int MOST_TICKS = 8;
    private static final List<Duration> STEPS = Stream.concat(
                    Stream.of(1, 2, 5, 10, 15, 30).map(Duration::ofSeconds),
                    Stream.concat(
                            Stream.of(1, 2, 5, 10, 15, 30).map(Duration::ofMinutes),
                            Stream.of(1, 2, 3, 6, 12, 24, 48, 168).map(Duration::ofHours)))
            .toList();

    /** At least one second long. */
    static TimeAxis of(Instant from, Instant to) {
        Instant least = from.plusSeconds(1);
        return new TimeAxis(from, to.isBefore(least) ? least : to);
    }

    /** Where a moment is; what lies outside is at the edge. */
    double x(Instant instant) {
        double part = (double) Duration.between(from, instant).toMillis() / length().toMillis();
        return LEFT + Math.max(0, Math.min(1, part)) * (RIGHT - LEFT);
    }

    private Duration length() {
        return Duration.between(from, to);
    }

    private List<Instant> ticks() {
        long step = step().toSeconds();
        List<Instant> ticks = new ArrayList<>();
        long first = Math.floorDiv(from.minusNanos(1).getEpochSecond(), step) + 1;
        for (long tick = first * step; tick <= to.getEpochSecond(); tick += step) {
            ticks.add(Instant.ofEpochSecond(tick));
        }
        return ticks;
    }

    private String label(Instant tick) {
        if (length().toDays() >= 1) {
            return Times.as("MM-dd HH:mm", tick);
        }
        return step().toSeconds() < 60 ? Times.clock(tick) : Times.as("HH:mm", tick);
    }

    /** A line, ticks and their times below it, and the day at the end. */
    void draw(Markup svg, double y) {
        svg.add("<path d=\"M%s %s H%s\" stroke=\"currentColor\"/>\n", LEFT, y, RIGHT);
        for (Instant tick : ticks()) {
            svg.add(
                    """
                    <line x1="%s" y1="%s" x2="%s" y2="%s" stroke="currentColor"/>
                    <text x="%s" y="%s" text-anchor="%s">%s</text>
                    """,
                    x(tick), y, x(tick), y + 4, x(tick), y + 16, x(tick) > RIGHT - 20 ? "end" : "middle", label(tick));
        }
        svg.add("<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n", RIGHT, y + 31, day());
    }

    private String day() {
        return Times.as("yyyy-MM-dd", from) + ", times in UTC";
    }

    private Duration step() {
        return STEPS.stream()
                .filter(step -> length().dividedBy(step) <= MOST_TICKS)
                .findFirst()
                .orElseGet(() -> length().dividedBy(MOST_TICKS));
    }
}
