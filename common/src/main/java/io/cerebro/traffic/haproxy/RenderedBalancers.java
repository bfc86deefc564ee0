package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.util.List;

/**
 * Every HAProxy whose configuration a daemon renders from one of our templates, read and never changed. A stats socket of
 * level {@code user} is enough.
 */
public final class RenderedBalancers {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<Observed> balancers;

    public RenderedBalancers(List<Observed> balancers) {
        if (balancers.isEmpty()) {
            throw new IllegalArgumentException("a realm needs at least one load balancer");
        }
        this.balancers = List.copyOf(balancers);
    }

    /**
     * Reads all of them.
     *
     * @throws io.cerebro.http.Unreachable naming the one that does not answer
     * @throws RouterException naming the one that does not know the service, or its share
     */
    public RouterView look(AppId service) {
        return new RouterView(
                balancers.stream().map(balancer -> look(balancer, service)).toList());
    }

    public void check() {
        balancers.forEach(RenderedBalancers::read);
    }

    private static LoadBalancer look(Observed balancer, AppId service) {
        return read(balancer).view(service, stats -> share(balancer, stats, service));
    }

    private static Reading read(Observed balancer) {
        return Reading.of(
                balancer, new StatsSocket(balancer.named(), balancer.socket(), TIMEOUT).ask(Reading.COMMANDS));
    }

    private static Share share(Observed balancer, Stats stats, AppId service) {
        return RenderedShare.of(stats, service)
                .orElseThrow(() -> new RouterException(balancer.named() + " has no backend that tells the share of "
                        + service + ", such as share_" + service.name()
                        + "_plain_0: render its configuration from the template that Cerebro ships"));
    }
}
