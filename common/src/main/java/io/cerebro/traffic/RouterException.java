package io.cerebro.traffic;

/** A load balancer answered that it cannot do what is asked, such as for a service that it does not know. */
public final class RouterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RouterException(String message) {
        super(message);
    }
}
