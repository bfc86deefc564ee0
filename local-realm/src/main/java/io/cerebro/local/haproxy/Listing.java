package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.haproxy.Backends;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service in HAProxy: the ports where clients find it, and the slots of its own instances and of its canary's. */
final class Listing {
    private static final int STABLE_SLOTS = 8;
    private static final int CANARY_SLOTS = 4;

    private final AppId app;
    private final boolean tcp;
    private final Pool stable;
    private final Pool canary;
    private List<Integer> ports = List.of();
    private Optional<String> healthPath = Optional.empty();
    private Optional<Service> currentCanary = Optional.empty();

    /** @param tcp whether there is nothing but its own servers, without a canary's */
    Listing(AppId app, boolean tcp) {
        this.app = app;
        this.tcp = tcp;
        this.stable = new Pool(Backends.stable(app), "s", STABLE_SLOTS);
        this.canary = new Pool(Backends.canary(app), "c", CANARY_SLOTS);
    }

    void update(List<Integer> openPorts, Optional<String> path, Optional<Service> itsCanary) {
        ports = List.copyOf(openPorts);
        healthPath = path;
        currentCanary = itsCanary;
    }

    AppId app() {
        return app;
    }

    boolean tcp() {
        return tcp;
    }

    List<Integer> ports() {
        return ports;
    }

    Optional<String> healthPath() {
        return healthPath;
    }

    /** The canary's own, because a new version may check itself in a new way; the service's as long as there is no canary. */
    Optional<String> canaryHealthPath() {
        return currentCanary.map(Service::healthPath).orElse(healthPath);
    }

    Pool stable() {
        return stable;
    }

    Pool canary() {
        return canary;
    }

    Stream<Pool> pools() {
        return tcp ? Stream.of(stable) : Stream.of(stable, canary);
    }

    /** The pool of the app itself or of its canary. */
    Optional<Pool> poolOf(AppId member) {
        if (member.equals(app)) {
            return Optional.of(stable);
        }
        return currentCanary.map(Service::app).filter(member::equals).map(app -> canary);
    }

    /** The server that stands in for a slot of the service's own while no canary is up. */
    static String backup(Slot stableSlot) {
        return "b" + stableSlot.name().substring(1);
    }
}
