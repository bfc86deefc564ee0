package io.cerebro.local.chronos;

/** A request that Chronos answers with 400, and with these words. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
