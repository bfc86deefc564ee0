package io.cerebro.traffic.haproxy;

import io.cerebro.traffic.RouterException;
import java.util.List;

/**
 * One entry of a map in a running HAProxy.
 *
 * @param reference HAProxy's own word for it, such as {@code 0x55d0c8a0}
 */
record MapEntry(String reference, String key, String value) {
    static List<MapEntry> parse(String showMap) {
        return showMap.lines().map(MapEntry::entry).toList();
    }

    private static MapEntry entry(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("0x")) {
            throw new RouterException("'" + line + "' is not an entry of a map");
        }
        return new MapEntry(parts[0], parts[1], parts.length == 3 ? parts[2].strip() : "");
    }
}
