package io.cerebro.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a moment is told: {@code until 06:31:22 UTC}. */
final class Deadline {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Deadline() {}

    static String until(Instant instant) {
        return "until " + TIME.format(instant);
    }

    static String since(Instant instant) {
        return "since " + TIME.format(instant);
    }
}
