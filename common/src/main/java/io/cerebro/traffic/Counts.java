package io.cerebro.traffic;

/**
 * Requests answered and those of them that failed (5xx, or no answer), since the load balancer's counters started.
 */
public record Counts(long requests, long errors) {
    public static final Counts NONE = new Counts(0, 0);

    public Counts plus(Counts other) {
        return new Counts(requests + other.requests, errors + other.errors);
    }

    public Counts minus(Counts other) {
        return new Counts(requests - other.requests, errors - other.errors);
    }

    /** Whether these counters have run on from the earlier ones, and not started again. */
    public boolean follows(Counts earlier) {
        return requests >= earlier.requests && errors >= earlier.errors;
    }

    /** Errors for each request; 0 where there was none. */
    public double errorRate() {
        return requests == 0 ? 0 : (double) errors / requests;
    }
}
