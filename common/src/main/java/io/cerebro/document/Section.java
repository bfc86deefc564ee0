package io.cerebro.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** An object of known keys; a key with nothing behind it counts as left out. */
public final class Section {
    private final Value.Mapping mapping;

    private Section(Value.Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * With these keys at most.
     *
     * @throws DocumentException if it is no object, or has another key
     */
    public static Section of(Value value, String... keys) {
        Section section = any(value);
        Set<String> allowed = new TreeSet<>(Arrays.asList(keys));
        section.mapping.fields().forEach((name, field) -> {
            if (!allowed.contains(name)) {
                throw field.place()
                        .errorOfKey("is not known here" + Nearest.hint(name, allowed) + " Allowed: "
                                + String.join(", ", allowed));
            }
        });
        return section;
    }

    /** With whatever keys. */
    public static Section any(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return new Section(mapping);
        }
        if (value instanceof Value.Scalar scalar && scalar.nothing()) {
            return new Section(new Value.Mapping(value.place(), Map.of()));
        }
        throw value.place().errorOfKey("must be an object with keys, but is " + value.kind());
    }

    public Place place() {
        return mapping.place();
    }

    public boolean has(String key) {
        return mapping.fields().containsKey(key);
    }

    public Set<String> keys() {
        return mapping.fields().keySet();
    }

    /** The value of each key. */
    public Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        mapping.fields().forEach((name, field) -> values.put(name, field.value()));
        return values;
    }

    public Optional<Value> value(String key) {
        return Optional.ofNullable(mapping.fields().get(key))
                .map(Value.Field::value)
                .filter(value -> !(value instanceof Value.Scalar scalar && scalar.nothing()));
    }

    /** The section behind a key, empty where the key is left out. */
    public Section section(String key, String... keys) {
        Value.Field field = mapping.fields().get(key);
        return field == null ? new Section(new Value.Mapping(place(key), Map.of())) : Section.of(field.value(), keys);
    }

    public Optional<List<Value>> list(String key) {
        return value(key).map(value -> {
            if (value instanceof Value.Sequence sequence) {
                return sequence.items();
            }
            throw wrong(value, "a list");
        });
    }

    /** Text; a number or true or false as it is written. */
    public Optional<String> text(String key) {
        return value(key).map(Section::text);
    }

    public static String text(Value value) {
        if (value instanceof Value.Scalar scalar && !scalar.nothing()) {
            return scalar.text();
        }
        throw wrong(value, "text");
    }

    public Optional<Integer> integer(String key, int from, int to) {
        String wanted = "a whole number " + range(from, to);
        return value(key).map(value -> (int) number(value, wanted, from, to, true));
    }

    public Optional<Double> number(String key, double from, double to) {
        String wanted = "a number " + range(from, to);
        return value(key).map(value -> number(value, wanted, from, to, false));
    }

    private static double number(Value value, String wanted, double from, double to, boolean whole) {
        if (value instanceof Value.Scalar scalar && scalar.json().isNumber()) {
            double number = scalar.json().doubleValue();
            if (number >= from && number <= to && !(whole && scalar.json().isFloatingPointNumber())) {
                return number;
            }
        }
        throw wrong(value, wanted);
    }

    private static String range(double from, double to) {
        return to == Double.MAX_VALUE || to == Integer.MAX_VALUE
                ? "from " + shown(from) + " on"
                : "from " + shown(from) + " to " + shown(to);
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A share of 1, written as {@code 5 %}. */
    public Optional<Double> percentage(String key) {
        return parsed(key, "a percentage from 0 % to 100 %, such as 5 %", Amounts::percentage);
    }

    public Optional<Duration> duration(String key) {
        return parsed(key, "a duration such as 500ms, 30s, 5m or 1h", Amounts::duration);
    }

    /** One of an enum's names, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return parsed(key, "one of " + Amounts.names(type), text -> Amounts.choice(type, text));
    }

    private <T> Optional<T> parsed(String key, String wanted, Function<String, Optional<T>> parse) {
        return value(key).map(value -> {
            if (value instanceof Value.Scalar scalar) {
                return parse.apply(scalar.text()).orElseThrow(() -> wrong(value, wanted));
            }
            throw wrong(value, wanted);
        });
    }

    /** Makes something of a text; what its maker does not like becomes an error of this place. */
    public <T> Optional<T> made(String key, Function<String, T> maker) {
        return value(key).map(value -> made(value, () -> maker.apply(text(value))));
    }

    /** The same of a value. */
    public static <T> T made(Value value, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw value.place().error(value.place().key() + ": " + e.getMessage());
        }
    }

    /** What the whole section makes; what its maker does not like becomes an error of this place. */
    public <T> T checked(Supplier<T> maker) {
        return made(mapping, maker);
    }

    public DocumentException missing(String key, String example) {
        return mapping.place().error(mapping.place().child(key) + " is missing, such as " + example);
    }

    private Place place(String key) {
        Place here = mapping.place();
        return new Place(here.file(), here.line(), here.column(), here.child(key));
    }

    private static DocumentException wrong(Value value, String wanted) {
        return value.place().errorOfKey("must be " + wanted + ", but is " + value.kind());
    }
}
