package io.cerebro.chronos;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A job as it is sent to Chronos: either {@code schedule} or {@code parents} says when it runs. */
public record JobDefinition(ObjectNode json) {
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,200}");

    /** @throws IllegalArgumentException without a name that Chronos takes, a schedule that it understands, or parents */
    @JsonCreator
    public static JobDefinition of(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a job is an object, not " + json.getNodeType());
        }
        return new JobDefinition(object);
    }

    public JobDefinition {
        json = json.deepCopy();
        requireName(json.path("name").asText());
        if (json.has("schedule") == json.has("parents")) {
            throw new IllegalArgumentException(
                    "the job " + json.path("name").asText()
                            + " needs either a schedule, such as R/2026-11-23T02:00:00Z/P1D, or parents, whose end it waits for");
        }
        if (json.has("parents") && json.path("parents").isEmpty()) {
            throw new IllegalArgumentException(
                    "the parents of " + json.path("name").asText() + " are none: name at least one job");
        }
        if (json.has("schedule")) {
            Schedule.of(
                    json.path("schedule").asText(),
                    json.path("scheduleTimeZone").asText(""));
        }
    }

    /**
     * @return the name
     * @throws IllegalArgumentException if Chronos would not take it
     */
    public static String requireName(String name) {
        if (!NAME.matcher(name).matches() || name.matches("\\.{1,2}")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a job's name: it has letters, digits, '_', '.' and '-'");
        }
        return name;
    }

    public String name() {
        return json.path("name").asText();
    }

    /** Names of the jobs that it waits for; none where it has a schedule. */
    public List<String> parents() {
        return Job.parents(json);
    }

    /** Empty for one that waits for its parents. */
    public Optional<Schedule> schedule() {
        return json.has("schedule")
                ? Optional.of(Schedule.of(
                        json.path("schedule").asText(),
                        json.path("scheduleTimeZone").asText("")))
                : Optional.empty();
    }

    /** A copy: changing it changes nothing here. */
    @Override
    @JsonValue
    public ObjectNode json() {
        return json.deepCopy();
    }
}
