package io.cerebro.local.haproxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of HAProxy's configuration with {@code {{names}}} to fill in. */
record Template(String text) {
    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

    static Template named(String resource) {
        try (InputStream stream = Template.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("this jar is broken: it has no " + resource);
            }
            return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("tried to read " + resource + " of this jar", e);
        }
    }

    /** A value that is missing is a mistake here, never an empty place in the configuration. */
    String fill(Map<String, String> values) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing to fill in for " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
