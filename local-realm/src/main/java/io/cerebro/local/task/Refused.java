package io.cerebro.local.task;

/** A task that cannot be started as it is defined; the message says why and what to do. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
