package io.cerebro.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long requests took, as far as a source says so: of all that it has timed, those that took longer than each of some bounds.
 *
 * @param requests timed in all
 * @param bounds in seconds, rising; empty where nothing is timed
 * @param slower for each bound, how many took longer
 */
public record Latencies(long requests, List<Double> bounds, List<Long> slower) {
    public static final Latencies NONE = new Latencies(0, List.of(), List.of());

    /** @throws IllegalArgumentException if the bounds do not rise, or if more were slower than a lower bound than are timed */
    public Latencies {
        bounds = List.copyOf(bounds);
        slower = List.copyOf(slower);
        if (bounds.size() != slower.size()) {
            throw new IllegalArgumentException(bounds.size() + " bounds and " + slower.size() + " counts");
        }
        double below = 0;
        long most = requests;
        for (int i = 0; i < bounds.size(); i++) {
            if (!(bounds.get(i) > below) || bounds.get(i).isInfinite()) {
                throw new IllegalArgumentException("bounds of latency rise from above 0 on, not so " + bounds);
            }
            if (slower.get(i) < 0 || slower.get(i) > most) {
                throw new IllegalArgumentException("of " + requests + " requests, those slower than the bounds "
                        + bounds + " cannot be " + slower);
            }
            below = bounds.get(i);
            most = slower.get(i);
        }
    }

    /** Those slower than the i-th bound, as if that were their fault. */
    public Counts at(int i) {
        return new Counts(requests, slower.get(i));
    }

    /** By some of its bounds; where nothing was timed, by any. */
    public Latencies by(List<Double> some) {
        if (requests == 0) {
            return new Latencies(0, some, Collections.nCopies(some.size(), 0L));
        }
        return new Latencies(
                requests,
                some,
                some.stream().map(bound -> slower.get(bounds.indexOf(bound))).toList());
    }

    /** By the bounds that both have. */
    public Latencies plus(Latencies other) {
        if (bounds.isEmpty() || other.bounds.isEmpty()) {
            return bounds.isEmpty() ? other : this;
        }
        List<Double> common = bounds.stream().filter(other.bounds::contains).toList();
        return by(common).combined(other.by(common), 1);
    }

    public Latencies minus(Latencies earlier) {
        return combined(earlier, -1);
    }

    private Latencies combined(Latencies other, int sign) {
        List<Long> combined = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            combined.add(slower.get(i) + sign * other.slower.get(i));
        }
        return new Latencies(requests + sign * other.requests, bounds, combined);
    }

    /** Whether these have run on from the earlier ones, and not started again. */
    public boolean follows(Latencies earlier) {
        if (!bounds.equals(earlier.bounds) || requests < earlier.requests) {
            return false;
        }
        long within = requests - earlier.requests;
        for (int i = 0; i < bounds.size(); i++) {
            long more = slower.get(i) - earlier.slower.get(i);
            if (more < 0 || more > within) {
                return false;
            }
            within = more;
        }
        return true;
    }
}
