package io.cerebro.diff;

import java.util.Optional;

/**
 * One field that differs.
 *
 * @param path such as {@code container.portMappings[0].hostPort}
 * @param before as it may be shown: a secret is {@code (hidden)}; empty where the field is added
 * @param after the same; empty where it is removed
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {
    /** {@code path: old -> new}. */
    @Override
    public String toString() {
        if (before.isEmpty()) {
            return path + ": added " + after.orElse("");
        }
        return path + ": "
                + after.map(now -> before.get() + " -> " + now).orElseGet(() -> "removed, was " + before.get());
    }
}
