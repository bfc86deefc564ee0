package io.cerebro.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.realm.LatencySettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the looks have shown of how long canary and stable app take: whole distributions, by how many of each app's requests took longer
 * than each of some bounds. Immutable.
 *
 * <p>The canary is slower, in stochastic order, where it exceeds bounds more often than the stable app. To exceed a bound is an event
 * like an error, so each bound is tested as errors are ({@link Comparison}); the mean of the evidence of all bounds is evidence again.
 *
 * @param looks since the stage began, in which requests were timed
 */
public record Timing(LatencySettings settings, int looks, List<Slowness> bounds) {
    /**
     * One bound.
     *
     * @param bound in seconds
     * @param stable its timed requests, and how many took longer
     * @param canary the same
     */
    public record Slowness(double bound, Counts stable, Counts canary, Comparison comparison) {
        private Slowness look(Counts ofStable, Counts ofCanary) {
            return new Slowness(
                    bound, stable.plus(ofStable), canary.plus(ofCanary), comparison.look(ofStable, ofCanary));
        }
    }

    public Timing {
        bounds = List.copyOf(bounds);
    }

    static Timing none(LatencySettings settings) {
        return new Timing(settings, 0, List.of());
    }

    Timing next() {
        return new Timing(
                settings,
                0,
                bounds.stream()
                        .map(old -> new Slowness(
                                old.bound(),
                                Counts.NONE,
                                Counts.NONE,
                                old.comparison().next()))
                        .toList());
    }

    /** Only what both apps are measured by is compared: a new version may be measured by other bounds. */
    Timing look(Latencies stable, Latencies canary) {
        List<Double> common = common(stable, canary);
        if (common.isEmpty()) {
            return this;
        }
        Latencies ofStable = stable.by(common);
        Latencies ofCanary = canary.by(common);
        List<Slowness> looked = new ArrayList<>();
        for (int i = 0; i < common.size(); i++) {
            looked.add(at(common.get(i)).look(ofStable.at(i), ofCanary.at(i)));
        }
        return new Timing(settings, looks + 1, looked);
    }

    private static List<Double> common(Latencies stable, Latencies canary) {
        if (stable.requests() == 0 || canary.requests() == 0) {
            return stable.requests() == 0 ? canary.bounds() : stable.bounds();
        }
        return stable.bounds().stream().filter(canary.bounds()::contains).toList();
    }

    private Slowness at(double bound) {
        return bounds.stream()
                .filter(known -> known.bound() == bound)
                .findFirst()
                .orElseGet(() -> new Slowness(
                        bound,
                        Counts.NONE,
                        Counts.NONE,
                        Comparison.of(settings.tolerance(), settings.acceptedRatio())));
    }

    /** Whether both apps have been timed. */
    @JsonIgnore
    boolean seen() {
        return bounds.stream()
                .anyMatch(
                        bound -> bound.stable().requests() > 0 && bound.canary().requests() > 0);
    }

    /** The lowest bound that the stable app keeps for the wanted part of its requests; the highest, where it keeps none. */
    @JsonIgnore
    Optional<Slowness> kept() {
        return bounds.stream()
                .filter(bound -> bound.stable().errorRate() <= settings.slow())
                .findFirst()
                .or(() -> bounds.stream().reduce((lower, higher) -> higher));
    }
}
