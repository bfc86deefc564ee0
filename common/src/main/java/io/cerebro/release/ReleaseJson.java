package io.cerebro.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A release's progress as JSON text with a version field, for a CI server to keep over its restart. */
public final class ReleaseJson {
    private static final int VERSION = 1;

    private static final ObjectMapper MAPPER = KeptJson.mapper().build();

    private ReleaseJson() {}

    public static String write(Progress progress) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.setAll(MAPPER.<ObjectNode>valueToTree(progress));
        return json.toString();
    }

    /** @throws IllegalArgumentException if it is not what {@link #write} wrote, or of a later version of Cerebro */
    public static Progress read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int version = json.path("version").asInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("a release saved as version " + version
                        + " cannot be read; this Cerebro reads version " + VERSION);
            }
            return MAPPER.treeToValue(json, Progress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a saved release: " + e.getOriginalMessage(), e);
        }
    }
}
