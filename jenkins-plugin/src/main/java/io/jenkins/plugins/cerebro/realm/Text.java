package io.jenkins.plugins.cerebro.realm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been typed into fields: nothing but blanks is nothing. */
final class Text {
    private Text() {}

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String or(@Nullable String text, String otherwise) {
        String given = given(text);
        return given == null ? otherwise : given;
    }

    /** Those fields that have something in them. */
    static Map<String, String> given(Map<String, @Nullable String> fields) {
        Map<String, String> given = new LinkedHashMap<>();
        fields.forEach((name, text) -> {
            String something = given(text);
            if (something != null) {
                given.put(name, something);
            }
        });
        return given;
    }
}
