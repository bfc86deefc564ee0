package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.SourceException;
import io.cerebro.gate.source.PrometheusApi.Refused;
import io.cerebro.gate.source.PrometheusApi.Sample;
import io.cerebro.realm.PrometheusAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The counters of each instance, as Prometheus has last scraped them.
 *
 * <p>Each instance is a series of its own, because only then a fall says that it has started again: a sum over several falls when
 * one of them goes. Its latencies are another, since they may appear later than its requests. All is asked in one expression,
 * which Prometheus answers of one moment and one state of its memory: no scrape falls between requests and errors.
 */
final class PrometheusSource implements Source {
    private final PrometheusAccess access;
    private final PrometheusApi api;

    /** @throws io.cerebro.realm.RealmsException if a secret or a file is missing */
    PrometheusSource(PrometheusAccess access) {
        this.access = access;
        this.api = new PrometheusApi(access.server());
    }

    @Override
    public String name() {
        return access.name();
    }

    @Override
    public Duration every() {
        return access.every();
    }

    @Override
    public Map<String, Counters> look(Contest contest) {
        List<Sample> samples = ask(PrometheusQuery.of(access, contest));
        Map<String, Counters> series = new TreeMap<>();
        for (Track track : Track.BOTH) {
            Instances instances = new Instances(access, track);
            samples.forEach(instances::take);
            series.putAll(instances.series());
        }
        requireCommonBounds(series);
        return series;
    }

    private List<Sample> ask(List<PrometheusQuery> queries) {
        try {
            return api.query(PromQl.together(queries));
        } catch (Refused all) {
            for (PrometheusQuery query : queries) {
                try {
                    api.query(query.text());
                } catch (Refused one) {
                    throw new SourceException(
                            one.getMessage() + "; that is the query '"
                                    + query.quantity().word() + "' of " + name(),
                            one);
                }
            }
            throw new SourceException(String.valueOf(all.getMessage()), all);
        }
    }

    /** The gate compares by the bounds that all have; without any it would judge no latency, and nobody would know. */
    private void requireCommonBounds(Map<String, Counters> series) {
        List<List<Double>> scales = series.values().stream()
                .flatMap(counters -> Stream.of(counters.stable(), counters.canary()))
                .map(tally -> tally.latencies().bounds())
                .filter(bounds -> !bounds.isEmpty())
                .distinct()
                .toList();
        if (scales.size() > 1
                && scales.get(0).stream()
                        .noneMatch(bound -> scales.stream().allMatch(scale -> scale.contains(bound)))) {
            throw new SourceException(name() + " has histograms without a bucket that all have, such as "
                    + scales.get(0) + " and " + scales.get(1) + ": nothing is slower than the same bound");
        }
    }
}
