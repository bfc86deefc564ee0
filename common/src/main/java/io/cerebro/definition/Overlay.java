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

    /** Without what is null. */
    static Value.Mapping clean(Value.Mapping mapping) {
        Map<String, Value.Field> fields = new LinkedHashMap<>();
        mapping.fields().forEach((name, field) -> {
            if (field.value() instanceof Value.Mapping inner) {
                fields.put(name, new Value.Field(field.place(), clean(inner)));
            } else if (!(field.value() instanceof Value.Scalar scalar && scalar.nothing())) {
                fields.put(name, field);
            }
        });
        return new Value.Mapping(mapping.place(), fields);
    }
}
