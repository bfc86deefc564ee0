package io.cerebro.definition;

import io.cerebro.document.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lays one definition over another. */
final class Overlay {
    private Overlay() {}

    /** Objects merge, lists and single values replace, null removes. */
    static Value.Mapping merge(Value.Mapping base, Value.Mapping overlay) {
        Map<String, Value.Field> fields = new LinkedHashMap<>(base.fields());
        overlay.fields().forEach((name, field) -> fields.merge(name, field, Overlay::merge));
        return clean(new Value.Mapping(base.place(), fields));
    }

    private static Value.Field merge(Value.Field base, Value.Field overlay) {
        return base.value() instanceof Value.Mapping under && overlay.value() instanceof Value.Mapping over
                ? new Value.Field(overlay.place(), merge(under, over))
                : overlay;
    }

    /** Without the fields that are null. */
    static Value.Mapping clean(Value.Mapping mapping) {
        Map<String, Value.Field> fields = new LinkedHashMap<>();
        mapping.fields().forEach((name, field) -> {
            if (!(field.value() instanceof Value.Scalar scalar && scalar.nothing())) {
                fields.put(name, new Value.Field(field.place(), clean(field.value())));
            }
        });
        return new Value.Mapping(mapping.place(), fields);
    }

    private static Value clean(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return clean(mapping);
        }
        return value instanceof Value.Sequence sequence
                ? new Value.Sequence(
                        sequence.place(),
                        sequence.items().stream().map(Overlay::clean).toList())
                : value;
    }
}
