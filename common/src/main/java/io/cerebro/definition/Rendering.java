package io.cerebro.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.document.Document;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Nearest;
import io.cerebro.document.Place;
import io.cerebro.document.Section;
import io.cerebro.document.Value;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import java.math.BigDecimal;

/** Makes the app of a merged definition: variables in, types right, within the realm's limits. */
final class Rendering {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Value.Mapping definition;
    private final Variables variables;
    private final Realm realm;

    Rendering(Value.Mapping definition, Variables variables, Realm realm) {
        this.definition = definition;
        this.variables = variables;
        this.realm = realm;
    }

    AppDefinition definition() {
        requireKnownFields();
        ObjectNode json = object(definition, "");
        new Requirements(definition, json, realm).check();
        if (json.toString().getBytes(UTF_8).length > Document.LARGEST) {
            throw definition.place().error("the app definition is larger than 1 MB, and Marathon takes no more");
        }
        Value.Field id = definition.fields().get("id");
        return id == null ? AppDefinition.of(json) : Section.made(id.value(), () -> AppDefinition.of(json));
    }

    private void requireKnownFields() {
        definition.fields().forEach((name, field) -> {
            if (Fields.READ_ONLY.contains(name)) {
                throw field.place().errorOfKey("is Marathon's own to say: leave it out");
            }
            if (!Fields.TOP.contains(name)) {
                throw field.place()
                        .errorOfKey("is not a field of Marathon's apps, and it would ignore it"
                                + Nearest.hint(name, Fields.TOP));
            }
        });
    }

    /** @param inside the key of a free object around it, or empty */
    private ObjectNode object(Value.Mapping mapping, String inside) {
        ObjectNode json = NODES.objectNode();
        mapping.fields().forEach((name, field) -> json.set(name, node(field.value(), name, inside)));
        return json;
    }

    private JsonNode node(Value value, String name, String inside) {
        if (value instanceof Value.Mapping mapping) {
            return object(mapping, Fields.FREE.contains(name) ? name : "");
        }
        if (value instanceof Value.Sequence sequence) {
            ArrayNode json = NODES.arrayNode();
            sequence.items().forEach(item -> json.add(node(item, name, inside)));
            return json;
        }
        Value.Scalar scalar = (Value.Scalar) value;
        return inside.isEmpty() ? typed(scalar, name) : free(scalar);
    }

    private JsonNode free(Value.Scalar scalar) {
        return NODES.textNode(variables.in(scalar.text(), scalar.place()));
    }

    private JsonNode typed(Value.Scalar scalar, String name) {
        JsonNode json = scalar.json().isTextual() ? substituted(scalar, name) : scalar.json();
        if (Fields.NUMBERS.contains(name) && !json.isNumber()) {
            throw wrong(scalar, "a number", json);
        }
        if (Fields.TRUE_OR_FALSE.contains(name) && !json.isBoolean()) {
            throw wrong(scalar, "true or false", json);
        }
        return json;
    }

    private JsonNode substituted(Value.Scalar scalar, String name) {
        String text = variables.in(scalar.text(), scalar.place());
        if (Variables.alone(scalar.text()) && Fields.NUMBERS.contains(name)) {
            return number(text);
        }
        if (Variables.alone(scalar.text()) && Fields.TRUE_OR_FALSE.contains(name) && text.matches("true|false")) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        return NODES.textNode(text);
    }

    private static JsonNode number(String text) {
        if (text.matches("-?\\d{1,9}")) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        return text.matches("-?\\d{1,15}(?:\\.\\d{1,15})?")
                ? NODES.numberNode(new BigDecimal(text).doubleValue())
                : NODES.textNode(text);
    }

    private static DocumentException wrong(Value.Scalar scalar, String wanted, JsonNode got) {
        Place place = scalar.place();
        String from = got.asText().equals(scalar.text()) ? "" : ", from " + scalar.text();
        return place.errorOfKey("must be " + wanted + ", but is '" + got.asText() + "'" + from);
    }
}
