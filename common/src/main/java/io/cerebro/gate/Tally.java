package io.cerebro.gate;

import io.cerebro.traffic.Counts;

/** What one app has answered: how many requests, how well, and where that is known how fast. */
public record Tally(Counts counts, Latencies latencies) {
    public static final Tally NONE = new Tally(Counts.NONE, Latencies.NONE);

    /** Where nobody has timed them. */
    public static Tally of(Counts counts) {
        return new Tally(counts, Latencies.NONE);
    }

    Tally plus(Tally other) {
        return new Tally(counts.plus(other.counts), latencies.plus(other.latencies));
    }

    Tally minus(Tally earlier) {
        return new Tally(counts.minus(earlier.counts), latencies.minus(earlier.latencies));
    }

    /** Whether these have run on from the earlier ones, and not started again. */
    public boolean follows(Tally earlier) {
        return counts.follows(earlier.counts) && latencies.follows(earlier.latencies);
    }
}
