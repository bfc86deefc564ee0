package io.jenkins.plugins.cerebro;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A step's fields as texts by name; one that is not given is left out. */
final class Fields {
    private final Map<String, String> given = new TreeMap<>();

    Fields with(String name, @Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number)) {
            given.put(name, Long.toString(number.longValue()));
        } else if (value != null) {
            given.put(name, value.toString());
        }
        return this;
    }

    Fields with(Map<String, String> more) {
        given.putAll(more);
        return this;
    }

    Map<String, String> texts() {
        return given;
    }

    /** What a blank field of a form is. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
