package io.jenkins.plugins.cerebro.realm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The URLs of one system: a list in Configuration as Code, and one text with one of them a line in the form. */
final class Urls {
    private Urls() {}

    /** As they are kept: a list, or the form's one text, comes apart. */
    static @Nullable List<String> given(@Nullable List<String> urls) {
        return urls == null ? null : new ArrayList<>(split(String.join("\n", urls)));
    }

    /** As they are used; a file that somebody has edited may hold nothing at all. */
    static List<String> present(@Nullable List<String> urls) {
        return urls == null ? List.of() : urls.stream().filter(Objects::nonNull).toList();
    }

    static List<String> split(String lines) {
        return Arrays.stream(lines.split("\\s+")).filter(url -> !url.isEmpty()).toList();
    }
}
