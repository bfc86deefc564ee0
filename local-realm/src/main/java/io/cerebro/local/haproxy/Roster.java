package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.Backends;
import io.cerebro.traffic.haproxy.StatRow;
import io.cerebro.traffic.haproxy.Stats;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The services that HAProxy is to have, made from a snapshot and from what HAProxy has already. */
final class Roster {
    private static final Pattern FRONTEND = Pattern.compile("fe_.+_(\\d+)");
    private static final String STATS_FRONTEND = "cerebro_stats";

    private final HaproxySettings settings;
    private final Map<AppId, Listing> listings = new TreeMap<>();
    private boolean statsPage;

    Roster(HaproxySettings settings) {
        this.settings = settings;
    }

    Collection<Listing> listings() {
        return listings.values();
    }

    boolean statsPage() {
        return statsPage;
    }

    /** Those services that are listed come first, so that a newcomer never takes a port from one that serves there. */
    void list(List<Service> snapshot, Stats stats, Consumer<String> problems) {
        Ports ports = new Ports(settings.bindAddress(), openPorts(stats), problems);
        statsPage = settings.statsPort()
                .filter(port -> ports.claim("HAProxy's statistics page", port))
                .isPresent();
        Map<AppId, Service> canaries = canaries(snapshot, problems);
        Set<String> backends = new HashSet<>();
        Set<AppId> kept = new HashSet<>();
        snapshot.stream()
                .filter(service ->
                        service.canaryOf().isEmpty() && !service.ports().isEmpty())
                .sorted(Comparator.comparing((Service service) -> !listings.containsKey(service.app()))
                        .thenComparing(Service::app))
                .filter(service -> ownNames(service.app(), backends, problems))
                .forEach(service -> {
                    kept.add(service.app());
                    listings.computeIfAbsent(service.app(), app -> adopted(service, stats))
                            .update(
                                    ports.claim(service.app(), service.ports()),
                                    service.healthPath(),
                                    Optional.ofNullable(canaries.get(service.app())));
                });
        listings.keySet().retainAll(kept);
    }

    private static Listing adopted(Service service, Stats stats) {
        Listing listing = new Listing(service.app(), service.tcp());
        listing.pools().forEach(pool -> pool.adopt(stats.servers(pool.backend())));
        return listing;
    }

    private static Map<AppId, Service> canaries(List<Service> snapshot, Consumer<String> problems) {
        Map<AppId, Service> canaries = new HashMap<>();
        snapshot.stream()
                .sorted(Comparator.comparing(Service::app))
                .forEach(service -> service.canaryOf().ifPresent(stable -> {
                    Service first = canaries.putIfAbsent(stable, service);
                    if (first != null) {
                        problems.accept(service.app() + " is left out, because " + first.app() + " is the canary of "
                                + stable + " already: delete one of the two");
                    }
                }));
        return canaries;
    }

    /** {@code /orders/canary} and the canary of {@code /orders} would share a name. */
    private static boolean ownNames(AppId app, Set<String> taken, Consumer<String> problems) {
        boolean free = !taken.contains(Backends.stable(app)) && !taken.contains(Backends.canary(app));
        if (free) {
            taken.add(Backends.stable(app));
            taken.add(Backends.canary(app));
        } else {
            problems.accept(app + " is not served, because its backends have the name of another service's canary"
                    + " in HAProxy: give it another id");
        }
        return free;
    }

    private Set<Integer> openPorts(Stats stats) {
        return stats.rows().stream()
                .filter(StatRow::isFrontend)
                .flatMap(row -> port(row.proxy()).stream())
                .collect(Collectors.toSet());
    }

    private Optional<Integer> port(String frontend) {
        if (frontend.equals(STATS_FRONTEND)) {
            return settings.statsPort();
        }
        var match = FRONTEND.matcher(frontend);
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    /** Gives the snapshot's instances their slots. */
    void seat(List<Service> snapshot, Instant now) {
        Set<Address> all = snapshot.stream()
                .flatMap(service -> service.instances().stream())
                .collect(Collectors.toSet());
        for (Listing listing : listings.values()) {
            listing.pools().forEach(pool -> {
                Set<Address> wanted = wanted(snapshot, listing, pool);
                Set<Address> elsewhere = new HashSet<>(all);
                elsewhere.removeAll(wanted);
                pool.want(wanted, elsewhere, now);
            });
        }
    }

    private static Set<Address> wanted(List<Service> snapshot, Listing listing, Pool pool) {
        return snapshot.stream()
                .filter(service ->
                        listing.poolOf(service.app()).filter(own -> own == pool).isPresent())
                .flatMap(service -> service.instances().stream())
                .collect(Collectors.toSet());
    }

    void see(Stats stats) {
        listings.values().stream().flatMap(Listing::pools).forEach(pool -> pool.see(stats.servers(pool.backend())));
    }

    Optional<Pool> poolOf(AppId app) {
        return listings.values().stream()
                .flatMap(listing -> listing.poolOf(app).stream())
                .findFirst();
    }

    boolean anyLeaving() {
        return listings.values().stream()
                .flatMap(Listing::pools)
                .flatMap(pool -> pool.slots().stream())
                .anyMatch(Slot::leaving);
    }
}
