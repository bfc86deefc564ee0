package io.cerebro.chronos;

/** Chronos refused a request. Asking again will not help; the message says in one sentence what was asked, where, and why not. */
public final class ChronosException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ChronosException(String message) {
        super(message);
    }
}
