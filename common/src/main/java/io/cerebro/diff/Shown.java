package io.cerebro.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cerebro.marathon.AppDefinition;
import java.util.List;
import java.util.regex.Pattern;

/** Definitions and their values as people may see them: without secrets, and each value on one line. */
public final class Shown {
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\p{C}\"](?:[^\\p{C}]*[^\\s\\p{C}])?");
    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private Shown() {}

    /** The whole definition as JSON. */
    public static List<String> lines(AppDefinition definition) {
        try {
            return JSON.writeValueAsString(Secrets.hidden(Spot.TOP, definition.json()))
                    .lines()
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String value(Spot spot, JsonNode node) {
        JsonNode open = Secrets.hidden(spot, node);
        if (open.isTextual()) {
            return text(open.textValue());
        }
        return open.isNumber() ? open.decimalValue().stripTrailingZeros().toPlainString() : open.toString();
    }

    /** In quotes where it is empty or would be mistaken for something else. */
    static String text(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : JsonNodeFactory.instance.textNode(text).toString();
    }
}
