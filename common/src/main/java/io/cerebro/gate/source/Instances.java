package io.cerebro.gate.source;

import io.cerebro.gate.Counters;
import io.cerebro.gate.SourceException;
import io.cerebro.gate.source.PrometheusApi.Sample;
import io.cerebro.gate.source.PrometheusQuery.Quantity;
import io.cerebro.realm.PrometheusAccess;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.util.Map;
import java.util.TreeMap;

/** What Prometheus has of the instances of one app: each one's requests, errors and histogram. */
final class Instances {
    private final PrometheusAccess access;
    private final Track track;
    private final Map<String, Long> requests = new TreeMap<>();
    private final Map<String, Long> errors = new TreeMap<>();
    private final Map<String, Histogram> histograms = new TreeMap<>();

    Instances(PrometheusAccess access, Track track) {
        this.access = access;
        this.track = track;
    }

    /**
     * Takes what belongs to this app.
     *
     * @throws SourceException if it is of no instance, or no count
     */
    void take(Sample sample) {
        String key = sample.labels().getOrDefault(PromQl.MARK, "");
        for (Quantity quantity : Quantity.values()) {
            if (key.equals(PrometheusQuery.key(track, quantity))) {
                add(quantity, sample);
            }
        }
    }

    private void add(Quantity quantity, Sample sample) {
        String instance = sample.labels().getOrDefault(access.instance(), "");
        String what = PrometheusQuery.key(track, quantity);
        if (instance.isEmpty()) {
            throw wrong(what + " without the label '" + access.instance()
                    + "': ask for the counters of each instance, because a sum over all of them falls when one goes");
        }
        long count = count(sample.value(), what + " of " + instance);
        switch (quantity) {
            case REQUESTS -> requests.put(instance, count);
            case ERRORS -> errors.put(instance, count);
            case LATENCY -> addBucket(instance, sample.labels().getOrDefault(Histogram.BOUND, ""), count);
        }
    }

    /** Counters may be fractions where a client counts so; rounding leaves errors at most as many as requests. */
    private long count(double value, String what) {
        if (!(value >= 0) || value > Long.MAX_VALUE / 2.0) {
            throw wrong("the value " + value + " as " + what + ": that is no counter's");
        }
        return Math.round(value);
    }

    private void addBucket(String instance, String bound, long count) {
        try {
            histograms.computeIfAbsent(instance, first -> new Histogram()).add(bound, count);
        } catch (NumberFormatException e) {
            throw wrong(track.word() + " latency of " + instance + " with le=\"" + bound
                    + "\", which is no bound: ask for a histogram's series that end in _bucket");
        }
    }

    /** @throws SourceException if they do not fit together */
    Map<String, Counters> series() {
        Map<String, Counters> series = new TreeMap<>();
        requests.forEach((instance, count) -> series.put(
                track.word() + " " + named(instance),
                track.counters(Tally.of(counts(instance, count, errors.getOrDefault(instance, 0L))))));
        for (String instance : errors.keySet()) {
            if (!requests.containsKey(instance)) {
                throw wrong(track.word() + " errors of " + instance
                        + ", but no requests: the queries 'requests' and 'errors' must be of the same instances");
            }
        }
        histograms.forEach((instance, histogram) -> series.put(
                track.word() + " latency " + named(instance),
                track.counters(new Tally(Counts.NONE, latencies(instance, histogram)))));
        return series;
    }

    private String named(String instance) {
        return access.instance() + "=" + instance;
    }

    private Counts counts(String instance, long all, long failed) {
        if (failed > all) {
            throw wrong(all + " " + track.word() + " requests of " + instance + ", but " + failed
                    + " errors: the query 'errors' must be of some of those that 'requests' is of");
        }
        return new Counts(all, failed);
    }

    private Latencies latencies(String instance, Histogram histogram) {
        try {
            return histogram.latencies();
        } catch (SourceException e) {
            throw wrong(track.word() + " latency of " + instance + " that cannot be used: " + e.getMessage());
        }
    }

    private SourceException wrong(String what) {
        return new SourceException(access.name() + " has " + what);
    }
}
