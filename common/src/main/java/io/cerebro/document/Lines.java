package io.cerebro.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of several lines. */
public final class Lines {
    private Lines() {}

    /** The lines that are not blank. */
    public static List<String> of(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /**
     * One {@code NAME=VALUE} a line.
     *
     * @throws IllegalArgumentException that names the field and the line's number, not what may be a secret in it
     */
    public static Map<String, String> pairs(String field, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<String> lines = of(text);
        for (int i = 0; i < lines.size(); i++) {
            int equals = lines.get(i).indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        field + " has one NAME=VALUE a line, but line " + (i + 1) + " has no name and '='");
            }
            pairs.put(lines.get(i).substring(0, equals).strip(), lines.get(i).substring(equals + 1));
        }
        return pairs;
    }
}
