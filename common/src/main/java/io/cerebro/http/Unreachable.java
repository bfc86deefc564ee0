package io.cerebro.http;

import org.jspecify.annotations.Nullable;

/**
 * A system that did not answer, or answered that it cannot answer now (Marathon's 502, 503 and 500 with an empty body during
 * a failover). Worth another look; says nothing about what was asked for.
 *
 * <p>The message reads "tried to X at Y but Z".
 */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(String message) {
        super(message);
    }

    public Unreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
