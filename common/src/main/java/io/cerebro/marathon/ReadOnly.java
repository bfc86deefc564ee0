package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** The fields of an app that Marathon tells and nobody may send. */
public final class ReadOnly {
    private static final Set<String> FIELDS = Set.of(
            "version",
            "versionInfo",
            "tasksStaged",
            "tasksRunning",
            "tasksHealthy",
            "tasksUnhealthy",
            "tasksStats",
            "taskStats",
            "deployments",
            "tasks",
            "lastTaskFailure",
            "readinessCheckResults");

    /** Before 1.5 Marathon tells these under both names and refuses both together. */
    private static final Map<String, String> OLD_NAMES = Map.of("uris", "fetch", "ports", "portDefinitions");

    private ReadOnly() {}

    /** Whether a field of an app is Marathon's own to say. */
    public static boolean includes(String field) {
        return FIELDS.contains(field);
    }

    /**
     * What can be sent back.
     *
     * @throws IllegalArgumentException if it is not an app
     */
    static AppDefinition removedFrom(JsonNode app) {
        if (!(app.deepCopy() instanceof ObjectNode definition)) {
            throw new IllegalArgumentException("an app is an object, not " + app.getNodeType());
        }
        definition.remove(FIELDS);
        OLD_NAMES.forEach((old, present) -> {
            if (definition.has(present)) {
                definition.remove(old);
            }
        });
        return AppDefinition.of(definition);
    }
}
