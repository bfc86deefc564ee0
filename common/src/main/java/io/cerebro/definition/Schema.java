package io.cerebro.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Marathon 1.11 knows at one place of an app, or Chronos at one of a job: single values of some types, an object's fields, a list's items. */
final class Schema {
    private static final String ANY = "*";
    private static final String ITEM = "[]";
    private static final Pattern STEP = Pattern.compile("\\[]|[^.\\[]+");

    /** The whole app. */
    static final Schema APP = read("marathon-1.11.fields");

    /** The whole job. */
    static final Schema JOB = read("chronos-3.0.fields");

    private final Set<Type> types = EnumSet.noneOf(Type.class);
    private final Map<String, Schema> below = new TreeMap<>();
    private final boolean named;

    /** @param named whether it is behind a key that Marathon knows, and not one of the team's own */
    private Schema(boolean named) {
        this.named = named;
    }

    /** What a single value may be. */
    enum Type {
        TEXT("text"),
        NUMBER("a number"),
        INTEGER("a whole number"),
        BOOLEAN("true or false");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        boolean fits(JsonNode json) {
            return switch (this) {
                case TEXT -> json.isTextual();
                case NUMBER -> json.isNumber();
                case INTEGER -> json.isIntegralNumber();
                case BOOLEAN -> json.isBoolean();
            };
        }
    }

    /** What is behind a key; empty where Marathon knows none of this name. */
    Optional<Schema> field(String name) {
        return Optional.ofNullable(below.get(name.equals(ITEM) || !below.containsKey(name) ? ANY : name));
    }

    Optional<Schema> item() {
        return Optional.ofNullable(below.get(ITEM));
    }

    /** The names that Marathon knows here. */
    Collection<String> names() {
        return Collections.unmodifiableSet(below.keySet());
    }

    boolean object() {
        return !below.isEmpty() && item().isEmpty();
    }

    /** A text behind a key of the team's own: Marathon wants it as text, whatever it looks like. */
    boolean free() {
        return !named && text();
    }

    boolean text() {
        return types.contains(Type.TEXT);
    }

    boolean numeric() {
        return types.contains(Type.NUMBER) || types.contains(Type.INTEGER);
    }

    boolean trueOrFalse() {
        return types.contains(Type.BOOLEAN);
    }

    boolean fits(JsonNode json) {
        return types.stream().anyMatch(type -> type.fits(json));
    }

    /** What is wanted here, such as {@code text or a number}. */
    String wanted() {
        Stream<String> single = types.stream().map(type -> type.words);
        Stream<String> object = object() ? Stream.of("an object") : Stream.empty();
        Stream<String> list = item().isPresent() ? Stream.of("a list") : Stream.empty();
        return Stream.of(single, object, list).flatMap(words -> words).collect(Collectors.joining(" or "));
    }

    private static Schema read(String resource) {
        Schema app = new Schema(true);
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(resource), resource)) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(app::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return app;
    }

    /** @param line such as {@code resourceLimits.cpus text|number} */
    private void add(String line) {
        String[] pathAndTypes = line.split(" ", 2);
        Schema place = this;
        Matcher step = STEP.matcher(pathAndTypes[0]);
        while (step.find()) {
            String key = step.group();
            place = place.below.computeIfAbsent(key, name -> new Schema(!name.equals(ANY)));
        }
        for (String type : pathAndTypes[1].split("\\|")) {
            place.types.add(Type.valueOf(type.toUpperCase(Locale.ROOT)));
        }
    }
}
