package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.haproxy.HaproxyRouter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A real HAProxy with instances in this JVM behind it, and nothing left of either in the end. */
final class LiveRealm implements AutoCloseable {
    static final AppId ORDERS = AppId.of("/orders");

    private final HaproxySettings settings;
    private final int port;
    private final List<Instance> instances = new ArrayList<>();
    private HaproxyRotation rotation;
    private final Router router;

    private LiveRealm(HaproxySettings settings, int port) {
        this.settings = settings;
        this.port = port;
        this.rotation = HaproxyRotation.start(settings);
        this.router = new HaproxyRouter(rotation.loadBalancers());
    }

    static LiveRealm start(Path directory, int port) {
        return new LiveRealm(HaproxySettings.of("qa", Instance.HOST, directory), port);
    }

    static LiveRealm start(HaproxySettings settings, int port) {
        return new LiveRealm(settings, port);
    }

    HaproxySettings settings() {
        return settings;
    }

    HaproxyRotation rotation() {
        return rotation;
    }

    Router router() {
        return router;
    }

    /** As a new JVM does on the same directory. */
    void takeOver() {
        rotation.close();
        rotation = HaproxyRotation.start(settings);
    }

    Instance instance(String name) throws IOException {
        Instance instance = Instance.named(name);
        instances.add(instance);
        return instance;
    }

    static Service orders(int port, Collection<Instance> instances) {
        return service("/orders", port, instances);
    }

    static Service service(String app, int port, Collection<Instance> instances) {
        return new Service(
                AppId.of(app), Optional.empty(), List.of(port), Optional.of("/health"), addresses(instances));
    }

    static Service canary(Instance... instances) {
        return new Service(
                ORDERS.canary(),
                Optional.of(ORDERS),
                List.of(),
                Optional.of("/health"),
                addresses(Arrays.asList(instances)));
    }

    void stable(Instance... wanted) {
        rotation.apply(List.of(orders(port, Arrays.asList(wanted))));
    }

    void stableAndCanary(List<Instance> stable, Instance... canary) {
        rotation.apply(List.of(orders(port, stable), canary(canary)));
    }

    void untilStableUp(Instance... expected) throws Exception {
        Set<Address> addresses = addresses(Arrays.asList(expected));
        Eventually.check(
                "exactly " + addresses + " are up",
                () -> known()
                        && look().stable().stream()
                                .filter(server -> server.up())
                                .map(server -> server.address())
                                .collect(Collectors.toSet())
                                .equals(addresses));
    }

    void untilCanaryUp(Instance canary) throws Exception {
        Eventually.check("the canary is up", () -> router.look(ORDERS).canaryUp(Set.of(canary.address())));
    }

    LoadBalancer look() {
        return router.look(ORDERS).loadBalancers().get(0);
    }

    private boolean known() {
        try {
            router.look(ORDERS);
            return true;
        } catch (RouterException e) {
            return false; // before the reload that brings the service
        }
    }

    Client client() {
        return new Client(port, false);
    }

    static boolean serves(int port, String body) {
        try (Client client = new Client(port, false)) {
            return client.get("/").body().equals(body);
        } catch (IOException e) {
            return false;
        }
    }

    static Set<Address> addresses(Collection<Instance> instances) {
        return instances.stream().map(Instance::address).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        rotation.stop();
        instances.forEach(Instance::close);
    }
}
