package io.cerebro.definition;

import java.util.Set;

/** The fields that Marathon answers to GET, and nobody may send. */
final class ReadOnlyFields {
    static final Set<String> NAMES = Set.of(
            "deployments",
            "lastTaskFailure",
            "readinessCheckResults",
            "tasks",
            "tasksHealthy",
            "tasksRunning",
            "tasksStaged",
            "tasksUnhealthy",
            "taskStats",
            "version",
            "versionInfo");

    private ReadOnlyFields() {}
}
