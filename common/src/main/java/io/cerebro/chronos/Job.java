package io.cerebro.chronos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A job as Chronos tells it. */
public record Job(ObjectNode json) {
    public Job {
        json = json.deepCopy();
    }

    public String name() {
        return json.path("name").asText();
    }

    /** Runs that ended well since the job was last sent. */
    public long successes() {
        return json.path("successCount").asLong();
    }

    /** Runs that failed, and all of whose retries failed, since the job was last sent. */
    public long errors() {
        return json.path("errorCount").asLong();
    }

    /** As Chronos writes it; empty for never. */
    public String lastSuccess() {
        return json.path("lastSuccess").asText();
    }

    public String lastError() {
        return json.path("lastError").asText();
    }

    public boolean disabled() {
        return json.path("disabled").asBoolean();
    }

    /** Names of the jobs that it waits for; none where it has a schedule. */
    public List<String> parents() {
        return parents(json);
    }

    static List<String> parents(JsonNode job) {
        return job.path("parents").valueStream().map(JsonNode::asText).toList();
    }

    /** How often a failed run is begun again. */
    public int retries() {
        return json.path("retries").asInt(2);
    }

    /** A copy: changing it changes nothing here. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }
}
