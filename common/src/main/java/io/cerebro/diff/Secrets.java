package io.cerebro.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Takes out of a definition what must not be printed: values below {@code env}, and whatever is named like a secret. */
final class Secrets {
    static final String NAMES = "pass(?:word|wd|phrase)|token|secret|key|credential";

    private static final String HIDDEN = "(hidden)";
    /** {@code --db-password=...} in a command, {@code ?token=...} in an address. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "((?:" + NAMES + ")[\\w.-]{0,40}=)(?:'[^']{0,999}'|\"[^\"]{0,999}\"|[^\\s&]+)", Pattern.CASE_INSENSITIVE);
    /** {@code https://name:password@host}. */
    private static final Pattern LOGIN = Pattern.compile("://[^/@\\s]+@");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Secrets() {}

    static JsonNode hidden(Spot spot, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            object.properties()
                    .forEach(field -> copy.set(field.getKey(), hidden(spot.child(field.getKey()), field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(item -> copy.add(hidden(spot.item(copy.size()), item)));
            return copy;
        }
        if (spot.hidden()) {
            return NODES.textNode(HIDDEN);
        }
        return node.isTextual() ? NODES.textNode(hidden(node.textValue())) : node;
    }

    private static String hidden(String text) {
        String unassigned = ASSIGNED.matcher(text).replaceAll("$1" + HIDDEN);
        return LOGIN.matcher(unassigned).replaceAll("://" + HIDDEN + "@");
    }
}
