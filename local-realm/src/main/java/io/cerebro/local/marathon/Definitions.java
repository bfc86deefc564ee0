package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Makes versions of apps from what clients send. */
final class Definitions {
    private final Apps apps;
    private final SortedMap<AppId, Spec> wanted;

    /** @param wanted all apps as they are to be; what is made here is put there, too */
    Definitions(Apps apps, SortedMap<AppId, Spec> wanted) {
        this.apps = apps;
        this.wanted = wanted;
    }

    /** Partial means that what is left out stays as it is. */
    Spec updated(AppId id, ObjectNode body, Instant version, boolean partial) {
        Optional<Spec> before = Optional.ofNullable(wanted.get(id));
        if (before.isEmpty() || !partial) {
            return whole(id, body, version);
        }
        if (!body.hasNonNull("version")) {
            return whole(id, merged(before.get(), body), version);
        }
        if (body.properties().stream()
                .anyMatch(field -> !Set.of("id", "version").contains(field.getKey()))) {
            throw Refusal.invalidObject(
                    List.of(new Problem("/", "The 'version' field may only be combined with the 'id' field.")));
        }
        Spec old = Timestamps.parse(body.path("version").asText())
                .flatMap(moment -> apps.version(id, moment))
                .orElseThrow(() -> Refusal.of(404, "App '" + id + "' does not exist"));
        return put(since(before, old.at(version)));
    }

    private Spec put(Spec spec) {
        wanted.put(spec.id(), spec);
        return spec;
    }

    private static ObjectNode merged(Spec before, ObjectNode body) {
        ObjectNode merged = before.json().deepCopy();
        if (body.hasNonNull("ports")) {
            merged.remove("portDefinitions");
        }
        if (body.path("container").path("docker").hasNonNull("network")) {
            merged.remove("networks");
        }
        body.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> merged.set(field.getKey(), field.getValue()));
        return merged;
    }

    /** The app as it is to be: untouched when nothing changes, and with the right one of its two dates moved otherwise. */
    Spec whole(AppId id, ObjectNode given, Instant version) {
        ObjectNode full = Defaults.fill(id, given);
        Semantics.check(full);
        checkPlace(id);
        Optional<Spec> before = Optional.ofNullable(wanted.get(id));
        ServicePorts.assign(full, before, takenBesides(id));
        return put(since(before, new Spec(id, full, version, version, version)));
    }

    private static Spec since(Optional<Spec> before, Spec fresh) {
        if (before.isEmpty() || !before.get().sameConfiguration(fresh)) {
            return fresh;
        }
        Spec old = before.get();
        return old.instances() == fresh.instances()
                ? old
                : new Spec(old.id(), fresh.json(), fresh.version(), fresh.version(), old.configuredAt());
    }

    private void checkPlace(AppId id) {
        boolean clash = wanted.keySet().stream()
                .anyMatch(other ->
                        other.path().startsWith(id.path() + "/") || id.path().startsWith(other.path() + "/"));
        if (clash) {
            throw Refusal.invalidObject(
                    List.of(new Problem("/", "Groups and Applications may not have the same identifier.")));
        }
    }

    private Set<Integer> takenBesides(AppId id) {
        Set<Integer> taken = new HashSet<>();
        wanted.values().stream()
                .filter(spec -> !spec.id().equals(id))
                .forEach(spec -> taken.addAll(spec.servicePorts()));
        return taken;
    }
}
