package io.cerebro.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document and its place. */
public sealed interface Value {
    Place place();

    /** What a reader of the file would call it. */
    String kind();

    /** An object: its fields in the order of the file. */
    record Mapping(Place place, Map<String, Field> fields) implements Value {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** A key, where it is written, and its value. */
    record Field(Place place, Value value) {}

    /** A list. */
    record Sequence(Place place, List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Text, a number, true, false or nothing.
     *
     * @param text as it is written
     */
    record Scalar(Place place, JsonNode json, String text) implements Value {
        public boolean nothing() {
            return json.isNull();
        }

        @Override
        public String kind() {
            return nothing() ? "nothing" : "'" + text + "'";
        }
    }
}
