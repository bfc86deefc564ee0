package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares answers with recorded ones: same keys, same types; and learns which of our ids stands for which recorded one. */
final class Likeness {
    /** Fields that a task, a check or an offer gets in time, or not. */
    private static final Set<String> IN_TIME = Set.of(
            "stagedAt",
            "startedAt",
            "version",
            "lastTaskFailure",
            "firstSuccess",
            "lastSuccess",
            "lastFailure",
            "lastFailureCause",
            "lastUsedOfferAt",
            "lastUnusedOfferAt");

    private static final Pattern ID = Pattern.compile(
            "[a-z0-9._-]+\\.instance-[0-9a-f-]{36}(\\._app\\.\\d+)?|[0-9a-f-]{36}|20\\d\\d-[0-9T:.-]+Z");
    private final Map<String, String> ours = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    /** The recorded text with our ids in it. */
    String translated(String recorded) {
        String text = recorded;
        for (Map.Entry<String, String> id : ours.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        return text;
    }

    Map<String, String> known() {
        return ours;
    }

    List<String> differences(JsonNode recorded, JsonNode actual) {
        differences.clear();
        compare("", recorded, actual);
        return List.copyOf(differences);
    }

    private void compare(String path, JsonNode recorded, JsonNode actual) {
        if (recorded.isNull() || actual.isNull()) {
            return;
        }
        if (recorded.getNodeType() != actual.getNodeType()) {
            differences.add(path + ": " + actual + " instead of " + recorded);
        } else if (recorded.isObject()) {
            objects(path, recorded, actual);
        } else if (recorded.isArray()) {
            for (int i = 0; i < Math.min(recorded.size(), actual.size()); i++) {
                compare(path + "/" + i, recorded.get(i), actual.get(i));
            }
        } else if (recorded.isTextual() && ID.matcher(recorded.textValue()).matches()) {
            ours.putIfAbsent(recorded.textValue(), actual.textValue());
        }
    }

    private void objects(String path, JsonNode recorded, JsonNode actual) {
        Set<String> missing = new TreeSet<>(fields(recorded));
        missing.removeAll(fields(actual));
        missing.removeAll(IN_TIME);
        missing.forEach(field -> differences.add(path + ": no " + field));
        Set<String> more = new TreeSet<>(fields(actual));
        more.removeAll(fields(recorded));
        more.removeAll(IN_TIME);
        more.forEach(field -> differences.add(path + ": " + field + " = " + actual.get(field) + " is too much"));
        recorded.properties().stream()
                .filter(field -> actual.has(field.getKey()))
                .filter(field -> !Set.of("labels", "env").contains(field.getKey()))
                .forEach(field -> compare(path + "/" + field.getKey(), field.getValue(), actual.get(field.getKey())));
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
