package io.cerebro.release;

import java.time.Instant;
import java.util.Optional;

/**
 * A part of the release that is behind.
 *
 * @param stage such as {@code partial}
 * @param saw what was seen last, in words
 * @param observed what was seen last of a canary with traffic
 */
public record Lap(String stage, Instant began, Instant ended, String saw, Optional<Observation> observed) {}
