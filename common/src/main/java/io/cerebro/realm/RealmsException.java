package io.cerebro.realm;

/** The realms cannot be used as they are written down; the message says where and what is allowed. */
public final class RealmsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RealmsException(String message) {
        super(message);
    }

    public RealmsException(String message, Throwable cause) {
        super(message, cause);
    }
}
