package io.cerebro.gate.source;

import io.cerebro.gate.SourceException;
import io.cerebro.traffic.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The buckets of one instance's classic histogram: how many requests took at most so long. */
final class Histogram {
    /** The label of a bucket's upper bound, in seconds. */
    static final String BOUND = "le";

    private final TreeMap<Double, Long> buckets = new TreeMap<>();

    /** @throws NumberFormatException if the bound is no number */
    void add(String bound, long count) {
        buckets.put(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound), count);
    }

    /**
     * The same from the other end.
     *
     * @throws SourceException if a bucket is missing, or holds fewer than a smaller one
     */
    Latencies latencies() {
        Long all = buckets.get(Double.POSITIVE_INFINITY);
        if (all == null) {
            throw new SourceException("they have no bucket le=\"+Inf\": ask for all buckets of a histogram");
        }
        List<Double> bounds = new ArrayList<>();
        List<Long> slower = new ArrayList<>();
        long within = 0;
        for (Map.Entry<Double, Long> bucket : buckets.entrySet()) {
            if (bucket.getValue() < within) {
                throw new SourceException("their bucket le=\"" + bucket.getKey() + "\" has " + bucket.getValue()
                        + " requests, but a smaller one " + within + ": these are no buckets of one histogram");
            }
            within = bucket.getValue();
            if (bucket.getKey() > 0 && !bucket.getKey().isInfinite()) {
                bounds.add(bucket.getKey());
                slower.add(all - within);
            }
        }
        if (bounds.isEmpty()) {
            throw new SourceException("they have the bucket le=\"+Inf\" alone: ask for the other buckets, too");
        }
        return new Latencies(all, bounds, slower);
    }
}
