package io.cerebro.local.haproxy;

import io.cerebro.traffic.Router;
import io.cerebro.traffic.haproxy.HaproxyRouter;
import io.cerebro.traffic.haproxy.LoadBalancerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two HAProxies whose members the local realm keeps, and whose maps Cerebro writes. */
final class LiveRig implements Rig {
    private static final int PORT = 34_120;
    private static final int OTHERS = 10;

    private final LiveRealm first;
    private final LiveRealm second;
    private final Router router;
    private List<Instance> stable = List.of();
    private List<Instance> canary = List.of();

    LiveRig(Path directory) throws Exception {
        this.first = realm("lb1", directory, PORT);
        this.second = realm("lb2", directory, PORT + 1);
        List<LoadBalancerSettings> both = Stream.of(first, second)
                .flatMap(realm -> realm.rotation().loadBalancers().stream())
                .toList();
        this.router = new HaproxyRouter(both);
    }

    private static LiveRealm realm(String name, Path directory, int port) throws Exception {
        Path own = Files.createDirectory(directory.resolve(name));
        return LiveRealm.start(HaproxySettings.of(name, Instance.HOST, own), port);
    }

    LiveRealm second() {
        return second;
    }

    @Override
    public Router router() {
        return router;
    }

    @Override
    public List<Integer> ports() {
        return List.of(PORT, PORT + 1);
    }

    @Override
    public void members(List<Instance> nowStable, List<Instance> nowCanary) {
        stable = nowStable;
        canary = nowCanary;
        first.rotation().apply(services(PORT));
        second.rotation().apply(services(PORT + 1));
    }

    private List<Service> services(int port) {
        Service orders = LiveRealm.orders(port, stable);
        return canary.isEmpty() ? List.of(orders) : List.of(orders, LiveRealm.canary(canary.toArray(new Instance[0])));
    }

    @Override
    public void reload(Instance another) {
        first.rotation().apply(with(another, PORT));
        second.rotation().apply(with(another, PORT + 1));
    }

    private List<Service> with(Instance another, int port) {
        List<Service> more = new ArrayList<>(services(port));
        more.add(LiveRealm.service("/another", port + OTHERS, List.of(another)));
        return more;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
