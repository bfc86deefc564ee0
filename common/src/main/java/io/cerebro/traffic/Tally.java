package io.cerebro.traffic;

/** What one app has answered: how many requests, how well, and where somebody has timed them how fast. */
public record Tally(Counts counts, Latencies latencies) {
    public static final Tally NONE = new Tally(Counts.NONE, Latencies.NONE);

    /** Where nobody has timed them. */
    public static Tally of(Counts counts) {
        return new Tally(counts, Latencies.NONE);
    }

    /** Of requests that others count. */
    public static Tally of(Latencies latencies) {
        return new Tally(Counts.NONE, latencies);
    }

    /** Whether somebody times them; there need not have been any. */
    public boolean timed() {
        return !latencies.bounds().isEmpty();
    }

    public Tally untimed() {
        return of(counts);
    }

    public Tally plus(Tally other) {
        return new Tally(counts.plus(other.counts), latencies.plus(other.latencies));
    }

    public Tally minus(Tally earlier) {
        return new Tally(counts.minus(earlier.counts), latencies.minus(earlier.latencies));
    }

    /** Whether these have run on from the earlier ones, and not started again. */
    public boolean follows(Tally earlier) {
        return counts.follows(earlier.counts) && latencies.follows(earlier.latencies);
    }
}
