package io.cerebro.mesos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports as Mesos writes them: {@code [31000-31009, 31500-31500]}. */
final class Ports {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    private Ports() {}

    static int count(JsonNode ranges) {
        int count = 0;
        Matcher range = RANGE.matcher(ranges.asText());
        while (range.find()) {
            count += Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) + 1;
        }
        return count;
    }
}
