package io.cerebro.local.haproxy;

/** HAProxy could not be started, changed or stopped; the message says what was tried, why not, and what to do. */
public final class HaproxyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public HaproxyException(String message) {
        super(message);
    }

    public HaproxyException(String message, Throwable cause) {
        super(message, cause);
    }
}
