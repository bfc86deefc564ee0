package io.cerebro.image;

/** No image came of it; the message says in one sentence why and what to do, with a failed step's own last lines below. */
public final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
