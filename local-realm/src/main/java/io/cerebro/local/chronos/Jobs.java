package io.cerebro.local.chronos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.chronos.Schedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The jobs as Chronos tells them, with its defaults filled in. Not thread-safe. */
final class Jobs {
    private final Map<String, ObjectNode> all = new TreeMap<>();

    Collection<ObjectNode> all() {
        return all.values();
    }

    Optional<ObjectNode> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** @throws Refused in Chronos's words */
    ObjectNode get(String name) {
        return find(name).orElseThrow(() -> new Refused("requirement failed: Job '" + name + "' not found"));
    }

    /** Replaces one of the same name; its counts begin anew. */
    void put(JsonNode sent) {
        String name = sent.path("name").asText();
        for (JsonNode parent : sent.path("parents")) {
            if (!all.containsKey(parent.asText()) || parent.asText().equals(name)) {
                throw new Refused("requirement failed: Job '" + parent.asText() + "' not found");
            }
        }
        try {
            JobDefinition.of(sent);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        ObjectNode job = defaults();
        job.setAll((ObjectNode) sent.deepCopy());
        job.remove(List.of("epsilon", "async"));
        if (job.has("schedule") && !job.has("scheduleTimeZone")) {
            job.put("scheduleTimeZone", "");
        }
        all.put(name, job);
    }

    private static ObjectNode defaults() {
        ObjectNode job = Json.object()
                .put("name", "")
                .put("command", "")
                .put("shell", true)
                .put("executor", "")
                .put("executorFlags", "")
                .put("taskInfoData", "")
                .put("retries", 2)
                .put("owner", "")
                .put("ownerName", "")
                .put("description", "")
                .put("successCount", 0)
                .put("errorCount", 0)
                .put("lastSuccess", "")
                .put("lastError", "")
                .put("cpus", 0.1)
                .put("disk", 256.0)
                .put("mem", 128.0)
                .put("disabled", false)
                .put("softError", false)
                .put("dataProcessingJobType", false)
                .put("errorsSinceLastSuccess", 0)
                .put("highPriority", false)
                .put("runAsUser", "root")
                .put("concurrent", false)
                .put("maxCompletionTime", 0);
        for (String list : List.of("fetch", "uris", "environmentVariables", "arguments", "constraints")) {
            job.putArray(list);
        }
        return job;
    }

    /** Those that waited for it get its parents, or its schedule. */
    void remove(String name) {
        ObjectNode gone = get(name);
        for (ObjectNode child : children(name)) {
            var left = Json.array();
            child.path("parents").forEach(parent -> {
                if (!parent.asText().equals(name)) {
                    left.add(parent.asText());
                }
            });
            gone.path("parents").forEach(left::add);
            if (left.isEmpty()) {
                child.remove("parents");
                child.put("schedule", gone.path("schedule").asText());
                child.put("scheduleTimeZone", gone.path("scheduleTimeZone").asText());
            } else {
                child.set("parents", left);
            }
        }
        all.remove(name);
    }

    List<ObjectNode> children(String name) {
        return all.values().stream()
                .filter(job -> job.path("parents")
                        .valueStream()
                        .anyMatch(parent -> parent.asText().equals(name)))
                .toList();
    }

    /** The names of those that are to run now; each one's schedule moves on to its next run, past those that were missed. */
    List<String> due(Instant now) {
        return all.values().stream()
                .filter(job -> job.has("schedule") && !job.path("disabled").asBoolean())
                .filter(job -> runsOut(job, now))
                .map(job -> job.path("name").asText())
                .toList();
    }

    private static boolean runsOut(ObjectNode job, Instant now) {
        String text = job.path("schedule").asText();
        if (text.startsWith("R0/")) {
            return false;
        }
        Schedule schedule = Schedule.of(text, job.path("scheduleTimeZone").asText(""));
        ZonedDateTime start =
                schedule.start().orElseGet(() -> now.minusSeconds(1).atZone(ZoneOffset.UTC));
        if (!start.toInstant().isBefore(now)) {
            return false;
        }
        Schedule endless = new Schedule(Optional.empty(), Optional.of(start), schedule.period(), schedule.duration());
        ZonedDateTime next = endless.from(start, now).orElseThrow().at().atZone(start.getZone());
        Schedule rest = new Schedule(
                schedule.repetitions().map(count -> count - 1),
                Optional.of(next),
                schedule.period(),
                schedule.duration());
        job.put("schedule", rest.toString());
        return true;
    }

    void ended(ObjectNode job, boolean well, Instant now) {
        String count = well ? "successCount" : "errorCount";
        job.put(count, job.path(count).asLong() + 1);
        job.put(well ? "lastSuccess" : "lastError", now.toString());
        job.put(
                "errorsSinceLastSuccess",
                well ? 0 : job.path("errorsSinceLastSuccess").asLong() + 1);
        if (well && job.path("schedule").asText().startsWith("R0/")) {
            job.put("disabled", true);
        }
    }

    /** Whether Chronos would begin a failed run again: not where the one before has failed, too. */
    static boolean retries(ObjectNode job, int attempt) {
        String error = job.path("lastError").asText();
        String success = job.path("lastSuccess").asText();
        boolean wellBefore = error.isEmpty()
                || (!success.isEmpty() && !Instant.parse(success).isBefore(Instant.parse(error)));
        return attempt < job.path("retries").asInt(2) && wellBefore;
    }

    void clear() {
        all.clear();
    }

    void restore(JsonNode saved) {
        saved.forEach(job -> all.put(job.path("name").asText(), (ObjectNode) job.deepCopy()));
    }
}
