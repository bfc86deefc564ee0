package io.cerebro.traffic.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sets the share in the maps of every HAProxy of a realm over its stats socket, without a reload, and in the files that a
 * reload reads.
 */
public final class HaproxyRouter implements Router {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<Balancer> balancers;
    private final Function<AppId, String> headerValues;

    /** A request asks for a canary by the service's name: {@code X-Canary: shop_cart}. */
    public HaproxyRouter(List<LoadBalancerSettings> loadBalancers) {
        this(loadBalancers, AppId::name);
    }

    /** @param headerValues by which value of the header, or cookie, a request asks for a service's canary */
    public HaproxyRouter(List<LoadBalancerSettings> loadBalancers, Function<AppId, String> headerValues) {
        this(loadBalancers, headerValues, TIMEOUT);
    }

    HaproxyRouter(List<LoadBalancerSettings> loadBalancers, Function<AppId, String> headerValues, Duration timeout) {
        if (loadBalancers.isEmpty()) {
            throw new IllegalArgumentException("a realm needs at least one load balancer");
        }
        this.balancers = loadBalancers.stream()
                .map(settings -> new Balancer(settings, timeout))
                .toList();
        this.headerValues = headerValues;
    }

    @Override
    public void set(AppId service, Share share) {
        Canary canary = canary(service);
        List<RuntimeException> failures = new ArrayList<>();
        for (Balancer balancer : balancers) {
            try {
                balancer.set(canary, share);
            } catch (Unreachable | RouterException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw together(failures);
        }
    }

    @Override
    public RouterView look(AppId service) {
        Canary canary = canary(service);
        return new RouterView(
                balancers.stream().map(balancer -> balancer.look(canary)).toList());
    }

    @Override
    public Reach reach(AppId service) {
        Canary canary = canary(service);
        return balancers.stream().map(balancer -> balancer.reach(canary)).reduce(Reach.NONE, Reach::plus);
    }

    @Override
    public void check() {
        balancers.forEach(Balancer::check);
    }

    private Canary canary(AppId service) {
        return new Canary(service, new HeaderValue(headerValues.apply(service)));
    }

    /** Unreachable if any was, because then it is worth trying again. */
    private static RuntimeException together(List<RuntimeException> failures) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        String messages = String.join(
                "; and ", failures.stream().map(RuntimeException::getMessage).toList());
        boolean unreachable = failures.stream().anyMatch(Unreachable.class::isInstance);
        return unreachable ? new Unreachable(messages, failures.get(0)) : new RouterException(messages);
    }
}
