package io.cerebro.realm;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * consul-template, by the Consul that it reads.
 *
 * @param urls of Consul's agents, of which any may answer
 * @param token for reading and writing keys under canary/, where Consul wants one
 * @param loadBalancers every HAProxy that is rendered
 */
public record ConsulTemplateAccess(
        String canaryHeader, List<URI> urls, Optional<Secret> token, List<RenderedHaproxy> loadBalancers)
        implements RouterAccess {
    public ConsulTemplateAccess {
        urls = List.copyOf(urls);
        loadBalancers = List.copyOf(loadBalancers);
        HaproxyAccess.requireHeader(canaryHeader);
        HaproxyAccess.requireAny(loadBalancers);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a router needs the URL of at least one Consul agent");
        }
    }
}
