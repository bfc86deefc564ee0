package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Apps as Marathon shows them, with as much around them as is asked for. */
final class AppView {
    private final Books books;
    private final Deployments deployments;
    private final TaskView tasks;
    private final Clock clock;

    AppView(Core core) {
        this.clock = core.turns.clock();
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
            view.set("tasksStats", new TaskStats(clock.instant()).of(spec, instances));
        }
        return view;
    }

    private static void counts(ObjectNode view, List<Instance> instances) {
        TaskCounts counts = TaskCounts.of(instances);
        view.put("tasksStaged", counts.staged())
                .put("tasksRunning", counts.running())
                .put("tasksHealthy", counts.healthy())
                .put("tasksUnhealthy", counts.unhealthy());
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
}
