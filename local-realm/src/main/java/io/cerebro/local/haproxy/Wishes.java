package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The newest snapshot, without the instances that have left. One that left stays out until a snapshot is without it, because
 * snapshots name it until it is dead; after that, the same address may be a new instance.
 */
final class Wishes {
    private Optional<List<Service>> newest = Optional.empty();
    private List<Service> outside = List.of();
    private final Set<Departed> departed = new HashSet<>();

    private record Departed(AppId app, Address instance) {}

    synchronized void wish(List<Service> services) {
        newest = Optional.of(List.copyOf(services));
        departed.removeIf(gone -> services.stream()
                .noneMatch(service ->
                        service.app().equals(gone.app) && service.instances().contains(gone.instance)));
    }

    /** Those that Marathon does not run. */
    synchronized void wishOutside(List<Service> services) {
        outside = List.copyOf(services);
    }

    synchronized void depart(AppId app, Address instance) {
        departed.add(new Departed(app, instance));
    }

    /** Empty before the first snapshot. */
    synchronized Optional<List<Service>> read() {
        return newest.map(services -> Stream.concat(services.stream().map(this::withoutDeparted), outside.stream())
                .toList());
    }

    private Service withoutDeparted(Service service) {
        Set<Address> present = new HashSet<>(service.instances());
        present.removeIf(instance -> departed.contains(new Departed(service.app(), instance)));
        return service.with(service.healthPath(), present);
    }
}
