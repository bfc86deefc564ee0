package io.cerebro.local.marathon;

import java.util.Comparator;
import java.util.List;

/**
 * Exchanges an app's instances for new ones, within the bounds of its upgrade strategy: an old one goes when a new one has
 * become healthy and ready, and another new one comes when there is room for it.
 */
final class Upgrade implements Work {
    private final Books books;
    private final Tasks tasks;
    private final Events events;

    Upgrade(Books books, Tasks tasks, Events events) {
        this.books = books;
        this.tasks = tasks;
        this.events = events;
    }

    @Override
    public boolean advance(Deployment deployment, Action action) {
        Spec spec = deployment.plan.after().get(action.app());
        if (spec == null) {
            return true;
        }
        Progress progress = deployment.of(action);
        old(spec).stream().filter(Instance::waiting).forEach(tasks::end);
        if (!progress.begun) {
            progress.begun = true;
            begin(spec, progress);
        }
        exchange(spec, progress);
        int room = progress.capacity - old(spec).size() - fresh(spec).size();
        int missing = spec.instances() - fresh(spec).size();
        for (int i = 0; i < Math.min(room, missing); i++) {
            tasks.schedule(spec);
        }
        return old(spec).isEmpty()
                && fresh(spec).stream().filter(Instance::serving).count() >= spec.instances();
    }

    private List<Instance> old(Spec spec) {
        return books.instances().of(spec.id()).stream()
                .filter(instance -> instance.doomed || !current(instance, spec))
                .toList();
    }

    private List<Instance> fresh(Spec spec) {
        return books.lasting(spec.id()).stream()
                .filter(instance -> current(instance, spec))
                .toList();
    }

    private static boolean current(Instance instance, Spec spec) {
        return instance.spec.version().equals(spec.version());
    }

    private void begin(Spec spec, Progress progress) {
        events.healthChecksAdded(spec);
        books.backoff().reset(spec);
        List<Instance> all = books.lasting(spec.id());
        int healthy = (int) all.stream().filter(Upgrade::consideredHealthy).count();
        int least = (int) Math.ceil(spec.instances() * spec.upgrade("minimumHealthCapacity"));
        progress.capacity = (int) (spec.instances() * (1 + spec.upgrade("maximumOverCapacity")));
        if (least == progress.capacity && progress.capacity <= healthy) {
            progress.capacity++;
        }
        int atOnce = Math.max(healthy - least, all.size() - spec.instances());
        for (int i = 0; i < atOnce; i++) {
            endOldest(spec);
        }
    }

    /** Marathon does not count what its own checks say here, only what Mesos's say: so those apps keep all their old ones. */
    private static boolean consideredHealthy(Instance instance) {
        boolean unchecked = instance.spec.healthChecks() == 0 && !instance.spec.readinessChecked();
        return unchecked || (!instance.spec.checkedByMarathon() && instance.healthy());
    }

    private void exchange(Spec spec, Progress progress) {
        for (Instance instance : fresh(spec)) {
            if (instance.serving() && progress.exchanged.add(instance.id)) {
                endOldest(spec);
            }
        }
    }

    private void endOldest(Spec spec) {
        old(spec).stream()
                .filter(instance -> !instance.doomed)
                .min(Comparator.comparing(Instance::healthy).thenComparing(instance -> instance.since))
                .ifPresent(tasks::end);
    }
}
