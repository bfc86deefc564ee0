package io.cerebro.realm;

import java.time.Duration;

/** A monitoring system whose counts the gate judges, too, and how it is asked. */
public sealed interface SourceAccess permits PrometheusAccess, NewRelicAccess, JsonAccess {
    /** How often it is asked where nothing is said. */
    Duration EVERY = Duration.ofSeconds(30);

    /** As people know it; no two of a realm have the same. */
    String name();

    /** How often it is worth asking. */
    Duration every();

    /**
     * A bound of latency, in seconds.
     *
     * @throws IllegalArgumentException if it is no number above 0
     */
    static double bound(String text) {
        if (!text.matches("[0-9]{1,9}(?:[.][0-9]{1,9})?") || Double.parseDouble(text) == 0) {
            throw new IllegalArgumentException(
                    "a bound of latency is a number of seconds above 0, such as 0.25, not '" + text + "'");
        }
        return Double.parseDouble(text);
    }

    /** @throws IllegalArgumentException if it is not one line of at most 100 letters */
    static void requireName(String name) {
        if (!name.matches("[^\\p{Cntrl}]{1,100}") || name.isBlank()) {
            throw new IllegalArgumentException("a source's name is one line of at most 100 letters");
        }
    }

    /** @throws IllegalArgumentException if it is less than a second, or more than an hour */
    static void requireEvery(Duration every) {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a source is asked every 1s at most and every 1h at least");
        }
    }
}
