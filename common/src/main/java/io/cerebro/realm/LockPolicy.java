package io.cerebro.realm;

/** What a release does that finds its app held by somebody else's deployment. */
public enum LockPolicy {
    /** Until that has ended, or its own time is up. */
    WAIT,
    /** Ends, and says who holds it. */
    FAIL
}
