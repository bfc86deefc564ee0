package io.cerebro.local.marathon;

/** The local Marathon cannot be started as it is set up; the message says why and what to do. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
