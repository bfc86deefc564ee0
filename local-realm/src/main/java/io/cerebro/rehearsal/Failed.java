package io.cerebro.rehearsal;

/** The rehearsal did not show what it promises: one sentence. */
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String message) {
        super(message);
    }
}
