package io.cerebro.chronos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.diff.Difference;
import io.cerebro.diff.Differences;
import java.util.List;
import java.util.Set;

/**
 * Compares a live job with a definition that is to replace it whole. What Chronos has filled in, counted or moved on itself is no
 * difference.
 */
public final class JobDifferences {
    private static final Set<String> TOLD =
            Set.of("successCount", "errorCount", "lastSuccess", "lastError", "errorsSinceLastSuccess");

    /** Read by 2.x, and dropped by 3.x: neither can be compared. */
    private static final Set<String> OLD = Set.of("epsilon", "async");

    private static final String DEFAULTS = """
            {"shell": true, "executor": "", "executorFlags": "", "taskInfoData": "", "retries": 2, "owner": "",
             "ownerName": "", "description": "", "disk": 256, "disabled": false, "softError": false,
             "dataProcessingJobType": false, "fetch": [], "uris": [], "environmentVariables": {}, "arguments": [],
             "highPriority": false, "runAsUser": "", "concurrent": false, "maxCompletionTime": 0, "constraints": [],
             "scheduleTimeZone": ""}""";

    private JobDifferences() {}

    /** Field by field, in the order of their names; the values of environment variables are hidden. */
    public static List<Difference> between(Job live, JobDefinition sent) {
        ObjectNode before = comparable(live.json());
        ObjectNode after = comparable(sent.json());
        chosen(before, after, sent.json());
        if (continues(live, sent)) {
            before.set("schedule", after.path("schedule"));
            exhausted(live, before, after);
        }
        return Differences.between(before, after);
    }

    /** Whoever says nothing of these takes what Chronos is set up to give. */
    private static void chosen(ObjectNode before, ObjectNode after, ObjectNode sent) {
        for (String field : List.of("runAsUser", "disk")) {
            if (!sent.has(field)) {
                after.set(field, before.path(field));
            }
        }
    }

    private static boolean continues(Job live, JobDefinition sent) {
        try {
            Schedule now = Schedule.of(
                    live.json().path("schedule").asText().replaceFirst("^R0/", "R1/"),
                    live.json().path("scheduleTimeZone").asText(""));
            return sent.schedule().filter(schedule -> schedule.becomes(now)).isPresent();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Chronos disables a job that has run as often as it was to. */
    private static void exhausted(Job live, ObjectNode before, ObjectNode after) {
        if (live.json().path("schedule").asText().startsWith("R0/")) {
            before.set("disabled", after.path("disabled"));
        }
    }

    private static ObjectNode comparable(ObjectNode job) {
        ObjectNode all = defaults();
        all.setAll(job);
        all.remove(TOLD);
        all.remove(OLD);
        if (!job.has("schedule")) {
            all.remove("scheduleTimeZone");
        }
        all.set("environmentVariables", byName(job.path("environmentVariables")));
        files(all);
        container(all);
        return all;
    }

    /** Chronos tells each file under both names, and takes it under one. */
    private static void files(ObjectNode job) {
        if (job.path("fetch").isEmpty() && !job.path("uris").isEmpty()) {
            ArrayNode fetch = job.putArray("fetch");
            job.path("uris").forEach(uri -> fetch.addObject().put("uri", uri.asText()));
        }
        job.remove("uris");
        job.path("fetch").forEach(file -> {
            if (file instanceof ObjectNode object) {
                fill(object, "executable", false);
                fill(object, "cache", false);
                fill(object, "extract", true);
                if (object.path("output_file").asText().isEmpty()) {
                    object.remove("output_file");
                }
            }
        });
    }

    private static void container(ObjectNode job) {
        if (job.path("container") instanceof ObjectNode container) {
            fill(container, "forcePullImage", false);
            for (String list : List.of("volumes", "parameters", "networkInfos")) {
                if (container.path(list).isEmpty()) {
                    container.remove(list);
                }
            }
            if (!container.has("type")) {
                container.put("type", "DOCKER");
            }
            if (!container.has("network")) {
                container.put("network", "HOST");
            }
        }
    }

    private static void fill(ObjectNode object, String field, boolean value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    private static ObjectNode byName(JsonNode variables) {
        ObjectNode byName = new ObjectMapper().createObjectNode();
        variables.forEach(variable -> byName.set(variable.path("name").asText(), variable.path("value")));
        return byName;
    }

    private static ObjectNode defaults() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(DEFAULTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
