package io.cerebro.realm;

import java.util.List;

/**
 * marathon-lb, by the realm's Marathon, which it reads.
 *
 * @param loadBalancers the HAProxy of every marathon-lb
 */
public record MarathonLbAccess(String canaryHeader, List<RenderedHaproxy> loadBalancers) implements RouterAccess {
    public MarathonLbAccess {
        loadBalancers = List.copyOf(loadBalancers);
        HaproxyAccess.requireHeader(canaryHeader);
        HaproxyAccess.requireAny(loadBalancers);
    }
}
