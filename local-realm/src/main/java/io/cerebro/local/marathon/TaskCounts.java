package io.cerebro.local.marathon;

import java.util.List;
import java.util.function.Predicate;

/** How many tasks are how, in Marathon's way of counting: of all versions, those being killed included. */
record TaskCounts(long staged, long running, long healthy, long unhealthy) {
    static TaskCounts of(List<Instance> instances) {
        return new TaskCounts(
                count(instances, instance -> "TASK_STAGING".equals(instance.state)),
                count(instances, Instance::running),
                count(instances, instance -> !instance.health.isEmpty() && instance.healthy()),
                count(instances, TaskCounts::sick));
    }

    private static boolean sick(Instance instance) {
        return instance.running() && instance.health.values().stream().anyMatch(result -> !result.alive());
    }

    private static long count(List<Instance> instances, Predicate<Instance> which) {
        return instances.stream().filter(which).count();
    }
}
