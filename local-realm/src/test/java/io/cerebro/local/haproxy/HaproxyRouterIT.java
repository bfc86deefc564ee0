package io.cerebro.local.haproxy;

import io.cerebro.traffic.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** HAProxy driven by Cerebro over its stats socket. */
class HaproxyRouterIT extends RouterAcceptance {
    @Override
    Rig start(Path directory) {
        return new LiveRig(LiveRealm.start(directory, 34_120));
    }

    @Override
    Duration off() {
        return Duration.ofMillis(500);
    }

    private static final class LiveRig implements Rig {
        private final LiveRealm realm;
        private List<Service> services = List.of();

        LiveRig(LiveRealm realm) {
            this.realm = realm;
        }

        @Override
        public Router router() {
            return realm.router();
        }

        @Override
        public int port() {
            return 34_120;
        }

        @Override
        public void members(List<Instance> stable, List<Instance> canary) {
            Service orders = LiveRealm.orders(port(), stable);
            services = canary.isEmpty()
                    ? List.of(orders)
                    : List.of(orders, LiveRealm.canary(canary.toArray(new Instance[0])));
            realm.rotation().apply(services);
        }

        @Override
        public void reload(Instance another) {
            List<Service> more = new java.util.ArrayList<>(services);
            more.add(LiveRealm.service("/another", port() + 1, List.of(another)));
            realm.rotation().apply(more);
        }

        @Override
        public void close() {
            realm.close();
        }
    }
}
