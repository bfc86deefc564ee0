package io.cerebro.cli;

/** Something on this machine did not work: one sentence for the user. */
final class CouldNot extends RuntimeException {
    private static final long serialVersionUID = 1;

    CouldNot(String message) {
        super(message);
    }

    CouldNot(String message, Throwable cause) {
        super(message, cause);
    }
}
