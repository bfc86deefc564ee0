package io.cerebro.local.marathon;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Brings an app to its number of instances: ends what is too much, starts what is missing and waits until it serves. */
final class Scaling implements Work {
    private final Books books;
    private final Tasks tasks;
    private final Events events;

    Scaling(Books books, Tasks tasks, Events events) {
        this.books = books;
        this.tasks = tasks;
        this.events = events;
    }

    @Override
    public boolean advance(Deployment deployment, Action action) {
        Progress progress = deployment.of(action);
        Spec spec = deployment.plan.after().get(action.app());
        if (spec == null) {
            return true;
        }
        if (!progress.begun) {
            progress.begun = true;
            begin(spec, deployment.plan.sentenced(), progress);
        }
        replaceLost(spec, progress);
        boolean ended = progress.ending.stream()
                .noneMatch(id -> books.instances().find(id).isPresent());
        return ended && progress.started.stream().allMatch(this::serves);
    }

    private void begin(Spec spec, Set<String> sentenced, Progress progress) {
        if (spec.instances() > 0) {
            events.healthChecksAdded(spec);
        }
        surplus(spec, sentenced).forEach(instance -> {
            progress.ending.add(instance.id);
            tasks.end(instance);
        });
        start(missing(spec), spec, progress);
    }

    /** Counts the dying, too, as Marathon does: who recreates an app by force while it dies gets nothing at first. */
    private int missing(Spec spec) {
        List<Instance> all = books.instances().of(spec.id());
        long doomed = all.stream().filter(instance -> instance.doomed).count();
        boolean scaledDown = all.size() - doomed >= spec.instances();
        return scaledDown ? 0 : spec.instances() - all.size();
    }

    private void start(int count, Spec spec, Progress progress) {
        for (int i = 0; i < count; i++) {
            progress.started.add(tasks.schedule(spec).id);
        }
    }

    private void replaceLost(Spec spec, Progress progress) {
        List<String> lost = progress.started.stream()
                .filter(id -> books.instances()
                        .find(id)
                        .filter(instance -> !instance.doomed)
                        .isEmpty())
                .toList();
        lost.forEach(progress.started::remove);
        start(lost.size(), spec, progress);
    }

    private boolean serves(String id) {
        return books.instances().find(id).map(Instance::serving).orElse(false);
    }

    /** Without a deployment: what the periodic check does. */
    void correct(Spec spec) {
        surplus(spec, Set.of()).forEach(tasks::end);
        int missing = spec.instances() - books.lasting(spec.id()).size();
        for (int i = 0; i < missing; i++) {
            tasks.schedule(spec);
        }
    }

    /** The sentenced first, then what is not up yet, then by the app's kill selection. */
    private List<Instance> surplus(Spec spec, Set<String> sentenced) {
        List<Instance> lasting = books.lasting(spec.id());
        long chosen = lasting.stream().filter(i -> sentenced.contains(i.id)).count();
        long count = Math.max(lasting.size() - spec.instances(), chosen);
        Comparator<Instance> byAge = Comparator.comparing(Scaling::upSince);
        return lasting.stream()
                .sorted(Comparator.comparing((Instance i) -> !sentenced.contains(i.id))
                        .thenComparing(Instance::running)
                        .thenComparing(spec.youngestFirst() ? byAge.reversed() : byAge))
                .limit(Math.max(0, count))
                .toList();
    }

    private static Instant upSince(Instance instance) {
        return instance.startedAt != null ? instance.startedAt : instance.since;
    }
}
