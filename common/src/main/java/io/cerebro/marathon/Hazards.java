package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What Marathon 1.11 accepts and does not survive; refused here, in its place. */
final class Hazards {
    private static final int UNPROCESSABLE = 422;

    private Hazards() {}

    /** The definition's JSON, ready to be sent. */
    static String checked(AppDefinition definition) {
        for (JsonNode constraint : definition.json().path("constraints")) {
            if (constraint.path(1).asText().equals("GROUP_BY") && constraint.size() < 3) {
                throw refused(
                        definition,
                        "the constraint " + constraint + " has no number of groups, which stops Marathon from launching"
                                + " anything until it restarts; give it one, such as [\"hostname\",\"GROUP_BY\",\"3\"]");
            }
        }
        String json = definition.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        if (length > AppDefinition.LARGEST) {
            throw refused(
                    definition,
                    "it has " + length + " bytes, and Marathon stops at one of more than " + AppDefinition.LARGEST
                            + "; make it smaller");
        }
        return json;
    }

    private static MarathonException refused(AppDefinition definition, String because) {
        return new MarathonException(
                UNPROCESSABLE, "the definition of " + definition.id() + " was not sent: " + because);
    }
}
