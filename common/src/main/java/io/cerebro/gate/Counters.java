package io.cerebro.gate;

import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
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
    /** Those of each load balancer, by its name. */
    public static Map<String, Counters> of(RouterView view) {
        Map<String, Counters> counters = new TreeMap<>();
        for (LoadBalancer balancer : view.loadBalancers()) {
            counters.put(
                    balancer.name(),
                    new Counters(
                            balancer.epoch(), Tally.of(balancer.stableCounts()), Tally.of(balancer.canaryCounts())));
        }
        return counters;
    }

    /** What was counted since earlier: all of these where they have started again. */
    Counters since(Counters earlier) {
        boolean ranOn = epoch.equals(earlier.epoch) && stable.follows(earlier.stable) && canary.follows(earlier.canary);
        return ranOn ? new Counters(epoch, stable.minus(earlier.stable), canary.minus(earlier.canary)) : this;
    }
}
