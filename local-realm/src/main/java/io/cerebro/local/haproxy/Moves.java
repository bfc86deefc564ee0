package io.cerebro.local.haproxy;

import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.StatRow;
import io.cerebro.traffic.haproxy.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The commands that bring HAProxy's servers to where the slots are; none where they are there. */
final class Moves {
    private final Stats stats;
    private final List<String> commands = new ArrayList<>();

    private Moves(Stats stats) {
        this.stats = stats;
    }

    static List<String> towards(Iterable<Listing> listings, Stats stats) {
        Moves moves = new Moves(stats);
        for (Listing listing : listings) {
            moves.stable(listing);
            moves.canary(listing);
        }
        return moves.commands;
    }

    private void stable(Listing listing) {
        Map<String, StatRow> rows = rows(listing.stable());
        Map<String, StatRow> twins = rows(listing.canary());
        for (Slot slot : listing.stable().slots()) {
            StatRow row = rows.get(slot.name());
            StatRow twin = twins.get(Listing.backup(slot));
            if (row != null && listing.tcp()) {
                move(listing.stable(), slot, row);
            } else if (row != null && twin != null) {
                // before the server itself, whose state it has at once
                slot.address()
                        .filter(address -> !address.equals(twin.address()))
                        .ifPresent(address -> readdress(listing.stable(), slot, row, twin));
                move(listing.stable(), slot, row);
            }
        }
    }

    private void readdress(Pool pool, Slot slot, StatRow row, StatRow twin) {
        if (!slot.holds(row.address())) {
            close(pool, slot, row);
        }
        slot.address().ifPresent(address -> commands.add(addressed(twin, address)));
    }

    private void canary(Listing listing) {
        Map<String, StatRow> rows = rows(listing.canary());
        for (Slot slot : listing.canary().slots()) {
            StatRow row = rows.get(slot.name());
            if (row != null) {
                move(listing.canary(), slot, row);
            }
        }
    }

    private void move(Pool pool, Slot slot, StatRow row) {
        if (slot.empty()) {
            close(pool, slot, row);
        } else if (slot.leaving()) {
            if (row.up()) {
                commands.add(drain(pool, slot));
            }
        } else if (row.inMaintenance() || !slot.holds(row.address())) {
            join(pool, slot, row);
        } else if (row.status().startsWith("DRAIN")) {
            commands.add(state(pool, slot, "ready"));
        }
    }

    /**
     * Out of maintenance HAProxy takes a server for UP, and shows the last check of the slot's previous instance; so it is
     * declared down while it is drained, and only its own first check brings it up.
     */
    private void join(Pool pool, Slot slot, StatRow row) {
        close(pool, slot, row);
        slot.address().ifPresent(address -> commands.add(addressed(row, address)));
        commands.add(state(pool, slot, "drain"));
        commands.add("set server " + pool.backend() + "/" + slot.name() + " health down");
        commands.add(state(pool, slot, "ready"));
    }

    private void close(Pool pool, Slot slot, StatRow row) {
        if (!row.inMaintenance()) {
            commands.add(maintain(pool, slot));
        }
    }

    static String drain(Pool pool, Slot slot) {
        return state(pool, slot, "drain");
    }

    static String maintain(Pool pool, Slot slot) {
        return state(pool, slot, "maint");
    }

    private static String state(Pool pool, Slot slot, String state) {
        return "set server " + pool.backend() + "/" + slot.name() + " state " + state;
    }

    private static String addressed(StatRow row, Address address) {
        return "set server " + row.proxy() + "/" + row.name() + " addr " + address.host() + " port " + address.port();
    }

    private Map<String, StatRow> rows(Pool pool) {
        return stats.servers(pool.backend()).stream().collect(Collectors.toMap(StatRow::name, Function.identity()));
    }
}
