package io.cerebro.traffic.consul;

import io.cerebro.http.Credentials;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.haproxy.Observed;
import io.cerebro.traffic.haproxy.RenderedBalancers;
import java.util.List;

/**
 * Sets the share in one document of Consul's KV store, {@code canary/shop_cart/config}, from which consul-template renders
 * HAProxy's configuration.
 */
public final class ConsulTemplateRouter implements Router {
    private static final int TRIES = 3;

    private final ConsulKv consul;
    private final String canaryHeader;
    private final RenderedBalancers balancers;

    /**
     * @param urls of Consul's agents, of which any may answer
     * @param credentials a token, where Consul wants one
     * @param routing how requests ask for a canary, and where it is read back
     */
    public ConsulTemplateRouter(List<String> urls, Credentials credentials, Routing routing) {
        this.consul = new ConsulKv(urls, credentials);
        this.canaryHeader = routing.canaryHeader();
        this.balancers = new RenderedBalancers(routing.loadBalancers());
    }

    /**
     * @param canaryHeader by which a request asks for a canary, with the service's name as its value
     * @param loadBalancers every HAProxy that consul-template renders
     */
    public record Routing(String canaryHeader, List<Observed> loadBalancers) {}

    @Override
    public void set(AppId service, Share share) {
        balancers.hurry(service, share);
        String key = "canary/" + service.name() + "/config";
        String wanted = document(service, share);
        for (int i = 0; i < TRIES; i++) {
            ConsulKv.Document now = consul.read(key);
            if (now.text().equals(wanted) || consul.write(key, wanted, now)) {
                return;
            }
        }
        throw new Unreachable("tried to write " + key + " in Consul but somebody else changed it each of " + TRIES
                + " times: does another program write there?");
    }

    /** Every value of it is of an {@link AppId}, a checked header or a number, so nothing is to be escaped. */
    private String document(AppId service, Share share) {
        return String.format(
                "{\"header\":\"%s\",\"value\":\"%s\",\"share\":\"%d\"}",
                share.byHeader() ? canaryHeader : "", share.byHeader() ? service.name() : "", share.basisPoints());
    }

    @Override
    public RouterView look(AppId service) {
        return balancers.look(service);
    }

    @Override
    public Reach reach(AppId service) {
        return balancers.reach(service);
    }

    /** Asks Consul for its leader and a document, and no load balancer; throws as {@link #check} does. */
    public static void check(List<String> urls, Credentials credentials) {
        new ConsulKv(urls, credentials).check();
    }

    @Override
    public boolean rendered() {
        return true;
    }

    @Override
    public void check() {
        consul.check();
        balancers.check();
    }
}
