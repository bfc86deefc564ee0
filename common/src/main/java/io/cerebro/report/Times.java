package io.cerebro.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments, in UTC, and lengths are told. */
public final class Times {
    private Times() {}

    /** {@code 2026-11-23 06:31:22 UTC}. */
    public static String full(Instant instant) {
        return as("yyyy-MM-dd HH:mm:ss 'UTC'", instant);
    }

    /** {@code 06:31:22}. */
    public static String clock(Instant instant) {
        return as("HH:mm:ss", instant);
    }

    static String as(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** {@code 0.2 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String between(Instant began, Instant ended) {
        Duration length = Duration.between(began, ended);
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        return length.compareTo(Duration.ofHours(1)) < 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }
}
