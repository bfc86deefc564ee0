package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code embed=app.taskStats}: counts and ages of tasks, by how new they are. */
final class TaskStats {
    private final Instant now;

    TaskStats(Instant now) {
        this.now = now;
    }

    ObjectNode of(Spec spec, List<Instance> instances) {
        ObjectNode stats = Json.object();
        part(
                stats,
                "startedAfterLastScaling",
                only(instances, one -> !version(one).isBefore(spec.scaledAt())));
        part(stats, "withLatestConfig", only(instances, one -> !version(one).isBefore(spec.configuredAt())));
        part(stats, "withOutdatedConfig", only(instances, one -> version(one).isBefore(spec.configuredAt())));
        part(stats, "totalSummary", only(instances, one -> true));
        return stats;
    }

    private static Instant version(Instance instance) {
        return instance.spec.version();
    }

    private static List<Instance> only(List<Instance> instances, Predicate<Instance> which) {
        return instances.stream().filter(Instance::active).filter(which).toList();
    }

    private void part(ObjectNode all, String name, List<Instance> instances) {
        if (instances.isEmpty()) {
            return;
        }
        TaskCounts counts = TaskCounts.of(instances);
        ObjectNode stats = all.putObject(name).putObject("stats");
        stats.putObject("counts")
                .put("staged", counts.staged())
                .put("running", counts.running())
                .put("healthy", counts.healthy())
                .put("unhealthy", counts.unhealthy());
        double[] ages = instances.stream()
                .flatMap(instance -> Optional.ofNullable(instance.startedAt).stream())
                .mapToDouble(since -> Duration.between(since, now).toMillis() / 1000.0)
                .sorted()
                .toArray();
        if (ages.length > 0) {
            stats.putObject("lifeTime")
                    .put("averageSeconds", Arrays.stream(ages).average().orElse(0))
                    .put("medianSeconds", ages[ages.length / 2]);
        }
    }
}
