package io.cerebro.release;

import java.time.Instant;

/**
 * A part of the release that is behind.
 *
 * @param stage such as {@code partial}
 * @param saw what was seen last
 */
public record Lap(String stage, Instant began, Instant ended, String saw) {}
