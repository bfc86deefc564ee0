package io.cerebro.gate;

/** A source's answer cannot be used. The message says what was asked, what it answered and what to do. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
