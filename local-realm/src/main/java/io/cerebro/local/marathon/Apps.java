package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The apps as they are wanted now, all their versions ever, and how their tasks last failed. */
final class Apps {
    private static final int VERSIONS_KEPT = 50;
    private final Clock clock;
    private final SortedMap<AppId, Spec> current = new TreeMap<>();
    private final Map<AppId, List<Spec>> versions = new HashMap<>();
    private final Map<AppId, ObjectNode> failures = new HashMap<>();
    private Instant last = Instant.EPOCH;

    Apps(Clock clock) {
        this.clock = clock;
    }

    /** A new version: now, but never the same twice. */
    Instant nextVersion() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }

    /** Of the whole: when anything was last asked for. */
    Instant version() {
        return last;
    }

    void restore(SortedMap<AppId, Spec> wanted, Instant version) {
        set(wanted);
        last = version.isAfter(last) ? version : last;
    }

    Optional<Spec> find(AppId id) {
        return Optional.ofNullable(current.get(id));
    }

    SortedMap<AppId, Spec> all() {
        return new TreeMap<>(current);
    }

    void set(SortedMap<AppId, Spec> wanted) {
        current.clear();
        current.putAll(wanted);
    }

    /** Remembers a version, be it taken or refused later. */
    void remember(Spec spec) {
        List<Spec> known = versions.computeIfAbsent(spec.id(), id -> new ArrayList<>());
        if (!known.contains(spec)) {
            known.add(spec);
        }
        if (known.size() > VERSIONS_KEPT) {
            known.remove(0);
        }
    }

    List<Spec> versions(AppId id) {
        return List.copyOf(versions.getOrDefault(id, List.of()));
    }

    Optional<Spec> version(AppId id, Instant version) {
        return versions(id).stream()
                .filter(spec -> spec.version().equals(version))
                .reduce((a, b) -> b);
    }

    List<Spec> everything() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    void failed(AppId id, ObjectNode failure) {
        failures.put(id, failure);
    }

    Optional<ObjectNode> failure(AppId id) {
        return Optional.ofNullable(failures.get(id));
    }

    Map<AppId, ObjectNode> failures() {
        return Map.copyOf(failures);
    }

    void clear() {
        current.clear();
        versions.clear();
        failures.clear();
    }
}
