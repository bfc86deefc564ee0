package io.cerebro.traffic.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A map in a running HAProxy, and the commands that change it. */
record RunningMap(String path, List<MapEntry> entries) {
    RunningMap {
        entries = List.copyOf(entries);
    }

    /** What HAProxy finds: the first of several entries with one key. */
    Optional<String> get(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(MapEntry::value);
    }

    /** Commands that leave exactly one entry with this key, the right value first. */
    List<String> put(String key, String value) {
        List<MapEntry> present =
                entries.stream().filter(entry -> entry.key().equals(key)).toList();
        List<String> commands = new ArrayList<>();
        if (present.isEmpty()) {
            commands.add("add map " + path + " " + key + " " + value);
            return commands;
        }
        if (present.stream().anyMatch(entry -> !entry.value().equals(value))) {
            commands.add("set map " + path + " " + key + " " + value);
        }
        present.stream().skip(1).forEach(entry -> commands.add(delete(entry)));
        return commands;
    }

    List<String> remove(Predicate<MapEntry> which) {
        return entries.stream().filter(which).map(this::delete).toList();
    }

    private String delete(MapEntry entry) {
        return "del map " + path + " #" + entry.reference();
    }
}
