package io.cerebro.realm;

import java.net.URI;
import java.util.List;

/**
 * Qubit Bamboo.
 *
 * @param urls of every Bamboo of the realm, since each renders a HAProxy of its own
 * @param loadBalancers every HAProxy that they render
 */
public record QubitBambooAccess(String canaryHeader, List<URI> urls, List<RenderedHaproxy> loadBalancers)
        implements RouterAccess {
    public QubitBambooAccess {
        urls = List.copyOf(urls);
        loadBalancers = List.copyOf(loadBalancers);
        HaproxyAccess.requireHeader(canaryHeader);
        HaproxyAccess.requireAny(loadBalancers);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a router needs the URL of at least one Qubit Bamboo");
        }
    }
}
