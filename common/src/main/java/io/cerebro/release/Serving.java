package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Instances that serve, by Marathon's word.
 *
 * @param addresses where they listen
 * @param since when that was seen
 * @param confirmed whether every load balancer has said so too
 */
record Serving(Set<Address> addresses, Instant since, boolean confirmed) {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    Serving {
        addresses = Set.copyOf(addresses);
    }

    /** What listens nowhere needs no confirmation. */
    static Serving of(App app, Instant now) {
        Set<Address> addresses = new HashSet<>();
        app.serving().stream()
                .filter(task -> !task.ports().isEmpty())
                .forEach(task ->
                        addresses.add(Address.resolved(task.host(), task.ports().get(0))));
        return new Serving(addresses, now, addresses.isEmpty());
    }

    Serving confirm() {
        return new Serving(addresses, since, true);
    }

    /** Marathon's word is old, and worth asking for again. */
    boolean stale(Instant now) {
        return now.isAfter(since.plus(GOOD_FOR));
    }

    boolean in(RouterView view, boolean canary) {
        return canary ? view.canaryUp(addresses) : view.stableUp(addresses);
    }

    /** {@code lb1 has 2 and 1 others}. */
    String missing(RouterView view, boolean canary) {
        return "waiting for the router to have exactly " + addresses.size() + " up: "
                + view.loadBalancers().stream()
                        .map(balancer -> has(balancer, canary))
                        .collect(Collectors.joining(", "));
    }

    private String has(LoadBalancer balancer, boolean canary) {
        List<Server> up = (canary ? balancer.canary() : balancer.stable())
                .stream().filter(Server::up).toList();
        long ours = up.stream()
                .filter(server -> addresses.contains(server.address()))
                .count();
        long others = up.size() - ours;
        return balancer.name() + " has " + ours + (others == 0 ? "" : " and " + others + " others");
    }
}
