package io.cerebro.marathon;

/**
 * Marathon refused a request: 401, 403, 422 and the like. Asking again will not help.
 *
 * <p>The message is one sentence that names the request, the place, the status, and Marathon's own words with its details.
 */
public final class MarathonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    public MarathonException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
