package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Apps as Marathon shows them, with as much around them as is asked for. */
final class AppView {
    private final Books books;
    private final Deployments deployments;
    private final TaskView tasks;

    AppView(Core core) {
        this.books = core.books;
        this.deployments = core.deployments;
        this.tasks = new TaskView(core.host);
    }

    /** What goes around an app. */
    enum Embed {
        COUNTS,
        DEPLOYMENTS,
        TASKS,
        READINESS,
        LAST_TASK_FAILURE,
        TASK_STATS;

        /** Takes the names with any prefix; unknown ones say nothing. */
        static Set<Embed> parse(Collection<String> names) {
            return names.stream()
                    .map(name -> name.replaceFirst("^(group\\.)?apps?\\.", ""))
                    .flatMap(name -> named(name).stream())
                    .collect(Collectors.toSet());
        }

        private static Set<Embed> named(String name) {
            return switch (name) {
                case "counts" -> Set.of(COUNTS);
                case "deployments" -> Set.of(DEPLOYMENTS);
                case "tasks" -> Set.of(TASKS, DEPLOYMENTS);
                case "failures" -> Set.of(TASKS, DEPLOYMENTS, LAST_TASK_FAILURE);
                case "readiness" -> Set.of(READINESS);
                case "lastTaskFailure" -> Set.of(LAST_TASK_FAILURE);
                case "taskStats" -> Set.of(TASK_STATS);
                default -> Set.of();
            };
        }
    }

    ObjectNode show(Spec spec, Set<Embed> embed) {
        ObjectNode view = spec.view();
        List<Instance> instances = books.instances().of(spec.id());
        if (embed.contains(Embed.COUNTS)) {
            counts(view, instances);
        }
        if (embed.contains(Embed.DEPLOYMENTS)) {
            view.set("deployments", deployments(spec.id()));
        }
        if (embed.contains(Embed.READINESS)) {
            view.set("readinessCheckResults", readiness(spec.id()));
        }
        if (embed.contains(Embed.LAST_TASK_FAILURE)) {
            books.apps().failure(spec.id()).ifPresent(failure -> view.set("lastTaskFailure", failure));
        }
        if (embed.contains(Embed.TASKS)) {
            view.set("tasks", tasks.all(instances));
        }
        if (embed.contains(Embed.TASK_STATS)) {
            view.set("tasksStats", stats(spec, instances));
        }
        return view;
    }

    private static void counts(ObjectNode view, List<Instance> instances) {
        view.put("tasksStaged", count(instances, instance -> "TASK_STAGING".equals(instance.state)))
                .put("tasksRunning", count(instances, Instance::running))
                .put("tasksHealthy", count(instances, AppView::healthy))
                .put("tasksUnhealthy", count(instances, AppView::sick));
    }

    private static long count(List<Instance> instances, Predicate<Instance> which) {
        return instances.stream().filter(which).count();
    }

    private static boolean healthy(Instance instance) {
        return !instance.health.isEmpty() && instance.healthy();
    }

    private static boolean sick(Instance instance) {
        return instance.running() && instance.health.values().stream().anyMatch(result -> !result.alive());
    }

    ArrayNode deployments(AppId app) {
        ArrayNode ids = Json.array();
        deployments.of(app).forEach(deployment -> ids.addObject().put("id", deployment.id()));
        return ids;
    }

    /** Only a deployment checks readiness, so there is nothing to show without one. */
    ArrayNode readiness(AppId app) {
        ArrayNode results = Json.array();
        if (deployments.of(app).isEmpty()) {
            return results;
        }
        for (Instance instance : books.instances().of(app)) {
            instance.readiness.values().forEach(result -> {
                ObjectNode view = results.addObject()
                        .put("name", result.name())
                        .put("taskId", result.taskId())
                        .put("ready", result.ready());
                result.lastResponse()
                        .ifPresent(answer -> view.putObject("lastResponse")
                                .put("status", answer.status())
                                .put("contentType", answer.contentType())
                                .put("body", answer.body()));
            });
        }
        return results;
    }

    private static JsonNode stats(Spec spec, List<Instance> instances) {
        List<Instance> running = instances.stream().filter(Instance::active).toList();
        ObjectNode stats = Json.object();
        part(
                stats,
                "startedAfterLastScaling",
                running.stream()
                        .filter(instance -> !instance.spec.version().isBefore(spec.scaledAt()))
                        .toList());
        part(
                stats,
                "withLatestConfig",
                running.stream()
                        .filter(instance -> !instance.spec.version().isBefore(spec.configuredAt()))
                        .toList());
        part(stats, "totalSummary", running);
        return stats;
    }

    private static void part(ObjectNode stats, String name, List<Instance> instances) {
        if (instances.isEmpty()) {
            return;
        }
        stats.putObject(name)
                .putObject("stats")
                .putObject("counts")
                .put("staged", count(instances, instance -> "TASK_STAGING".equals(instance.state)))
                .put("running", count(instances, Instance::running))
                .put("healthy", count(instances, AppView::healthy))
                .put("unhealthy", count(instances, AppView::sick));
    }
}
