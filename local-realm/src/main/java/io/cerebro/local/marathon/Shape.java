package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a JSON value must look like. A null passes everywhere: to Marathon it means that the field is left as it is. */
sealed interface Shape {
    void check(String path, JsonNode value, List<Problem> problems);

    static Shape numberFrom(double min) {
        return new Num(min, Double.MAX_VALUE, false);
    }

    static Shape number(double min, double max) {
        return new Num(min, max, false);
    }

    static Shape integerFrom(int min) {
        return new Num(min, Integer.MAX_VALUE, true);
    }

    static Shape integer(int min, int max) {
        return new Num(min, max, true);
    }

    static Shape text() {
        return new Text(0, text -> true, "");
    }

    static Shape textOfLength(int min) {
        return new Text(min, text -> true, "");
    }

    static Shape textLike(Pattern pattern) {
        return new Text(1, pattern.asMatchPredicate(), "error.pattern");
    }

    static Shape timestamp() {
        return new Text(0, text -> Timestamps.parse(text).isPresent(), "error.expected.date.isoformat");
    }

    static Shape oneOf(String... values) {
        return new Text(0, Set.of(values)::contains, "error.unknown.enum.literal");
    }

    /** A number between two bounds. */
    record Num(double min, double max, boolean whole) implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isNumber()) {
                problems.add(new Problem(path, "error.expected.jsnumber"));
            } else if (whole && value.doubleValue() != Math.rint(value.doubleValue())) {
                problems.add(new Problem(path, "error.expected.int"));
            } else if (value.doubleValue() < min) {
                problems.add(new Problem(path, "error.min"));
            } else if (value.doubleValue() > max) {
                problems.add(new Problem(path, "error.max"));
            }
        }
    }

    /** A string that is long enough and passes a test. */
    record Text(int minLength, Predicate<String> allowed, String error) implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isTextual()) {
                problems.add(new Problem(path, "error.expected.jsstring"));
            } else if (value.textValue().length() < minLength) {
                problems.add(new Problem(path, "error.minLength"));
            } else if (!allowed.test(value.textValue())) {
                problems.add(new Problem(path, error));
            }
        }
    }

    /** True or false. */
    record Bool() implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isBoolean()) {
                problems.add(new Problem(path, "error.expected.jsboolean"));
            }
        }
    }

    /** An environment variable: a string, or an object that names a secret. */
    record Variable() implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isTextual() && !value.isObject()) {
                problems.add(new Problem(path, "error.expected.jsobject"));
            }
        }
    }

    /** An array of equal shapes. */
    record ListOf(Shape element) implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isArray()) {
                problems.add(new Problem(path, "error.expected.jsarray"));
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                element.check(path + "(" + i + ")", value.get(i), problems);
            }
        }
    }

    /** An object whose keys are anything. */
    record MapOf(Shape element) implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isObject()) {
                problems.add(new Problem(path, "error.expected.jsobject"));
                return;
            }
            value.properties().forEach(entry -> element.check(path + "/" + entry.getKey(), entry.getValue(), problems));
        }
    }

    /** An object with known fields; what is not known is not looked at. */
    record Fields(Map<String, Shape> known, Set<String> required) implements Shape {
        @Override
        public void check(String path, JsonNode value, List<Problem> problems) {
            if (!value.isObject()) {
                problems.add(new Problem(path, "error.expected.jsobject"));
                return;
            }
            required.stream()
                    .filter(name -> !value.has(name))
                    .forEach(name -> problems.add(
                            new Problem(path + "/" + name, "'" + name + "' is undefined on object: " + value)));
            known.forEach((name, shape) -> {
                if (value.hasNonNull(name)) {
                    shape.check(path + "/" + name, value.get(name), problems);
                }
            });
        }
    }
}
