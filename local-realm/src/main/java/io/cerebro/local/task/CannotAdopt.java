package io.cerebro.local.task;

/** It cannot be told which tasks run on; they are left alone. The message says why and what to do. */
public final class CannotAdopt extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotAdopt(String message, Throwable cause) {
        super(message, cause);
    }
}
