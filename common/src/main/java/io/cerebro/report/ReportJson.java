package io.cerebro.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.release.KeptJson;

/** A release's report as JSON text with a version field, all of it in one flat object. */
public final class ReportJson {
    private static final int VERSION = 1;

    private static final ObjectMapper MAPPER = KeptJson.mapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private ReportJson() {}

    public static String write(ReleaseReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.setAll(MAPPER.<ObjectNode>valueToTree(report.subject()));
        json.setAll(MAPPER.<ObjectNode>valueToTree(report.course()));
        return json.toPrettyString() + "\n";
    }

    /** @throws IllegalArgumentException if it is not what {@link #write} wrote, or of a later version of Cerebro */
    public static ReleaseReport read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int version = json.path("version").asInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("a report written as version " + version
                        + " cannot be read; this Cerebro reads version " + VERSION);
            }
            return new ReleaseReport(MAPPER.treeToValue(json, Subject.class), MAPPER.treeToValue(json, Course.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a release's report: " + e.getOriginalMessage(), e);
        }
    }
}
