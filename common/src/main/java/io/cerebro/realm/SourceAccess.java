package io.cerebro.realm;

import java.time.Duration;

/** A monitoring system whose counts the gate judges, too, and how it is asked. */
public sealed interface SourceAccess permits PrometheusAccess {
    /** How often it is asked where nothing is said. */
    Duration EVERY = Duration.ofSeconds(30);

    /** As people know it; no two of a realm have the same. */
    String name();

    /** How often it is worth asking. */
    Duration every();

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
