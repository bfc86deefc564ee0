package io.cerebro.gate;

import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one series has counted at the moment of a look: all that the gate knows of where its numbers come from.
 *
 * <p>Counts are totals that only grow while the epoch stays the same. A source that counts from a moment on, such as a query
 * "since 12:00", has that moment as its epoch.
 *
 * @param epoch another one when the counts have started again
 */
public record Counters(String epoch, Tally stable, Tally canary) {
    /**
     * Those of each load balancer, by its name. What it has timed is a series of its own: the one may start again without the
     * other, or be there without it.
     */
    public static Map<String, Counters> of(RouterView view) {
        Map<String, Counters> counters = new TreeMap<>();
        for (LoadBalancer balancer : view.loadBalancers()) {
            Tally stable = balancer.stableAnswers();
            Tally canary = balancer.canaryAnswers();
            counters.put(
                    balancer.name(),
                    new Counters(balancer.epoch(), Tally.of(stable.counts()), Tally.of(canary.counts())));
            if (stable.timed() && canary.timed()) {
                counters.put(
                        balancer.name() + " timing",
                        new Counters(balancer.epoch(), Tally.of(stable.latencies()), Tally.of(canary.latencies())));
            }
        }
        return counters;
    }

    /** What was counted since earlier: all of these where they have started again. */
    Counters since(Counters earlier) {
        boolean ranOn = epoch.equals(earlier.epoch) && stable.follows(earlier.stable) && canary.follows(earlier.canary);
        return ranOn ? new Counters(epoch, stable.minus(earlier.stable), canary.minus(earlier.canary)) : this;
    }
}
