package io.cerebro.traffic;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every load balancer of a realm says of one service, all read in one look. */
public record RouterView(List<LoadBalancer> loadBalancers) {
    public RouterView {
        loadBalancers = List.copyOf(loadBalancers);
    }

    /** Whether every load balancer has exactly this share. */
    public boolean confirms(Share share) {
        return loadBalancers.stream().allMatch(balancer -> balancer.share().equals(share));
    }

    /** Whether any load balancer lets anybody reach the canary. */
    public boolean anyOn() {
        return loadBalancers.stream().anyMatch(balancer -> !balancer.share().off());
    }

    /** Whether exactly these addresses are UP in the stable backend of every load balancer. */
    public boolean stableUp(Set<Address> addresses) {
        return loadBalancers.stream().allMatch(balancer -> up(balancer.stable()).equals(addresses));
    }

    /** Whether all these addresses are UP in the canary backend of every load balancer. */
    public boolean canaryUp(Set<Address> addresses) {
        return loadBalancers.stream().allMatch(balancer -> up(balancer.canary()).containsAll(addresses));
    }

    /** Requests under way on the canary's servers, all load balancers added up. */
    public int canarySessions() {
        return loadBalancers.stream()
                .flatMap(balancer -> balancer.canary().stream())
                .mapToInt(Server::sessions)
                .sum();
    }

    /** The load balancers that have another share, and which: {@code lb2, which has off}. */
    public String lacking(Share share) {
        return loadBalancers.stream()
                .filter(balancer -> !balancer.share().equals(share))
                .map(balancer -> balancer.name() + ", which has " + balancer.share())
                .collect(Collectors.joining("; "));
    }

    private static Set<Address> up(List<Server> servers) {
        return servers.stream().filter(Server::up).map(Server::address).collect(Collectors.toSet());
    }
}
