package io.cerebro.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.release.KeptJson;

/** A run of a job as JSON text with a version field, for a CI server to keep over its restart. */
public final class JobRunJson {
    private static final int VERSION = 1;

    private static final ObjectMapper MAPPER = KeptJson.mapper().build();

    private JobRunJson() {}

    public static String write(JobRun run) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.setAll(MAPPER.<ObjectNode>valueToTree(run));
        return json.toString();
    }

    /** @throws IllegalArgumentException if it is not what {@link #write} wrote, or of a later version of Cerebro */
    public static JobRun read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int version = json.path("version").asInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("a job's run saved as version " + version
                        + " cannot be read; this Cerebro reads version " + VERSION);
            }
            return MAPPER.treeToValue(json, JobRun.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a saved run of a job: " + e.getOriginalMessage(), e);
        }
    }
}
