package io.cerebro.traffic.qubit;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.haproxy.Observed;
import io.cerebro.traffic.haproxy.RenderedBalancers;
import java.util.List;
import java.util.Map;

/**
 * Sets the share in Qubit Bamboo's configuration of the service, and believes none of its answers: what counts is what each
 * HAProxy says that it runs with.
 */
public final class QubitBambooRouter implements Router {
    /** A PUT replaces the whole configuration, so two of them must not read the same one. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final BambooApi bamboo;
    private final CanaryKeys keys;
    private final RenderedBalancers balancers;

    /**
     * @param urls of every Bamboo of the realm
     * @param canaryHeader by which a request asks for a canary, with the service's name as its value
     * @param loadBalancers every HAProxy that they render
     */
    public QubitBambooRouter(List<String> urls, String canaryHeader, List<Observed> loadBalancers) {
        this.bamboo = new BambooApi(urls);
        this.keys = new CanaryKeys(canaryHeader);
        this.balancers = new RenderedBalancers(loadBalancers);
    }

    @Override
    public void set(AppId service, Share share) {
        balancers.hurry(service, share);
        synchronized (ONE_AT_A_TIME) {
            Map<String, String> before = bamboo.config(service);
            requirePlain(service, before);
            Map<String, String> after = keys.in(before, service, share);
            if (!after.equals(before)) {
                bamboo.put(service, after);
            }
        }
        bamboo.wake();
    }

    /** A line break in a value becomes a line of HAProxy's configuration; Cerebro does not pass one on. */
    private static void requirePlain(AppId service, Map<String, String> config) {
        config.forEach((key, value) -> {
            if ((key + value).chars().anyMatch(Character::isISOControl)) {
                throw new RouterException("Qubit Bamboo's configuration of " + service + " has a control character in '"
                        + key.replaceAll("\\p{Cntrl}", "?") + "', such as a line break, which would get into HAProxy's"
                        + " configuration: correct it first");
            }
        });
    }

    @Override
    public RouterView look(AppId service) {
        return balancers.look(service);
    }

    @Override
    public Reach reach(AppId service) {
        return balancers.reach(service);
    }

    /** Asks every Bamboo for its state, and no load balancer; throws as {@link #check} does. */
    public static void check(List<String> urls) {
        new BambooApi(urls).check();
    }

    @Override
    public boolean rendered() {
        return true;
    }

    @Override
    public void check() {
        bamboo.check();
        balancers.check();
    }
}
