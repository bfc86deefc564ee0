package io.cerebro.local.haproxy;

import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.StatRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The slots of one backend. They only ever grow, because fewer would need a reload and win nothing. */
final class Pool {
    private static final Duration HANDOVER = Duration.ofSeconds(5);

    private final String backend;
    private final String prefix;
    private final List<Slot> slots = new ArrayList<>();

    Pool(String backend, String prefix, int size) {
        this.backend = backend;
        this.prefix = prefix;
        grow(size);
    }

    private void grow(int size) {
        while (slots.size() < size) {
            slots.add(new Slot(prefix + (slots.size() + 1)));
        }
    }

    String backend() {
        return backend;
    }

    List<Slot> slots() {
        return slots;
    }

    Optional<Slot> find(Address instance) {
        return slots.stream().filter(slot -> slot.holds(instance)).findFirst();
    }

    boolean othersUp(Slot slot) {
        return slots.stream().anyMatch(other -> other != slot && other.up());
    }

    boolean othersComing(Slot slot) {
        return slots.stream().anyMatch(other -> other != slot && !other.empty() && !other.leaving());
    }

    /** Takes over what a HAProxy that runs already has in its slots. */
    void adopt(List<StatRow> servers) {
        List<StatRow> own = servers.stream().filter(row -> !row.isBackup()).toList();
        grow(own.size());
        for (StatRow row : own) {
            slots.stream()
                    .filter(slot -> slot.name().equals(row.name()) && !row.inMaintenance())
                    .forEach(slot -> slot.take(row.address()));
        }
        see(servers);
    }

    /** Notes which slots get traffic. */
    void see(List<StatRow> servers) {
        for (Slot slot : slots) {
            Predicate<StatRow> same = row -> row.name().equals(slot.name()) && slot.holds(row.address());
            slot.seen(servers.stream().filter(same).anyMatch(StatRow::up));
        }
    }

    /**
     * Gives every wanted instance a slot and takes it from the others.
     *
     * @param elsewhere addresses that other backends want: nothing that vanished may stand in for those
     */
    void want(Set<Address> wanted, Set<Address> elsewhere, Instant now) {
        for (Slot slot : slots) {
            if (slot.address().filter(wanted::contains).isPresent()) {
                slot.wanted();
            } else if (!slot.empty() && !slot.leaving() && !holdsOn(slot, wanted, elsewhere, now)) {
                slot.clear();
            }
        }
        wanted.stream()
                .filter(instance -> find(instance).isEmpty())
                .sorted(Comparator.comparing(Address::host).thenComparing(Address::port))
                .forEach(instance -> free().take(instance));
    }

    /** The last one that serves stays until a successor is up, for a few seconds. */
    private boolean holdsOn(Slot slot, Set<Address> wanted, Set<Address> elsewhere, Instant now) {
        boolean last = slot.up() && !wanted.isEmpty() && !othersUp(slot);
        Duration alone = Duration.between(slot.unwantedSince(now), now);
        return last && slot.address().filter(elsewhere::contains).isEmpty() && alone.compareTo(HANDOVER) < 0;
    }

    private Slot free() {
        if (slots.stream().noneMatch(Slot::empty)) {
            grow(slots.size() * 2);
        }
        return slots.stream().filter(Slot::empty).findFirst().orElseThrow();
    }
}
