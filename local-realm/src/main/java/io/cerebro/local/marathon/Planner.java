package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes plans: what is gone stops first, what is new starts with no instance, then all scale or restart, dependencies first. */
final class Planner {
    private final SortedMap<AppId, Spec> before;
    private final SortedMap<AppId, Spec> after;

    Planner(SortedMap<AppId, Spec> before, SortedMap<AppId, Spec> after) {
        this.before = before;
        this.after = after;
    }

    Plan plan(Instant version) {
        List<Spec> changed = after.values().stream()
                .filter(spec -> !spec.equals(before.get(spec.id())))
                .toList();
        List<List<Action>> steps = new ArrayList<>();
        steps.add(before.keySet().stream()
                .filter(id -> !after.containsKey(id))
                .map(id -> new Action(Action.Kind.STOP, id))
                .toList());
        steps.add(changed.stream()
                .filter(spec -> !before.containsKey(spec.id()))
                .map(spec -> new Action(Action.Kind.START, spec.id()))
                .toList());
        layers(changed)
                .forEach(layer -> steps.add(layer.stream()
                        .map(this::action)
                        .flatMap(Optional::stream)
                        .toList()));
        steps.removeIf(List::isEmpty);
        Set<AppId> affected = new HashSet<>(changed.stream().map(Spec::id).toList());
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(affected::add);
        return new Plan(
                UUID.randomUUID().toString(),
                version,
                only(before, affected),
                only(after, affected),
                List.copyOf(steps),
                Set.of());
    }

    private Optional<Action> action(Spec wanted) {
        Spec old = before.get(wanted.id());
        if (old == null) {
            return Optional.of(new Action(Action.Kind.SCALE, wanted.id()));
        }
        boolean same = old.sameConfiguration(wanted) && old.configuredAt().equals(wanted.configuredAt());
        if (same && old.instances() == wanted.instances()) {
            return Optional.empty();
        }
        boolean scale = same || wanted.instances() == 0;
        return Optional.of(new Action(scale ? Action.Kind.SCALE : Action.Kind.RESTART, wanted.id()));
    }

    private Iterable<List<Spec>> layers(List<Spec> changed) {
        SortedMap<Integer, List<Spec>> layers = new TreeMap<>();
        for (Spec spec : changed) {
            layers.computeIfAbsent(depth(spec, new HashSet<>()), depth -> new ArrayList<>())
                    .add(spec);
        }
        return layers.values();
    }

    private int depth(Spec spec, Set<AppId> above) {
        if (!above.add(spec.id())) {
            throw Refusal.invalidObject(List.of(new Problem("/", "Dependency graph has cyclic dependencies.")));
        }
        int deepest = spec.dependencies().stream()
                .flatMap(id -> Optional.ofNullable(after.get(id)).stream())
                .mapToInt(dependency -> depth(dependency, new HashSet<>(above)))
                .max()
                .orElse(0);
        return deepest + 1;
    }

    private static SortedMap<AppId, Spec> only(SortedMap<AppId, Spec> specs, Set<AppId> ids) {
        SortedMap<AppId, Spec> some = new TreeMap<>(specs);
        some.keySet().retainAll(ids);
        return some;
    }
}
