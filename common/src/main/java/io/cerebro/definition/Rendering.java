package io.cerebro.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Nearest;
import io.cerebro.document.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes JSON of a merged definition: variables in, fields known, types right. */
final class Rendering {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Value.Mapping definition;
    private final Variables variables;
    private final Kind kind;
    private final List<DocumentException> problems = new ArrayList<>();

    /**
     * What is defined.
     *
     * @param told the fields that nobody may send
     * @param owner whose they are
     */
    record Kind(Schema schema, Predicate<String> told, String owner, String plural) {}

    Rendering(Value.Mapping definition, Variables variables, Kind kind) {
        this.definition = definition;
        this.variables = variables;
        this.kind = kind;
    }

    /** @throws DocumentException that tells all that is wrong with fields and values, a line each */
    ObjectNode json() {
        ObjectNode json = object(definition, kind.schema());
        requireNoProblem();
        return json;
    }

    private void requireNoProblem() {
        if (problems.size() == 1) {
            throw problems.get(0);
        }
        if (!problems.isEmpty()) {
            throw new DocumentException(
                    problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
        }
    }

    private ObjectNode object(Value.Mapping mapping, Schema schema) {
        ObjectNode json = NODES.objectNode();
        mapping.fields()
                .forEach((name, field) -> schema.field(name)
                        .ifPresentOrElse(
                                known -> json.set(name, node(field.value(), known)),
                                () -> problems.add(unknown(name, field, schema))));
        return json;
    }

    private DocumentException unknown(String name, Value.Field field, Schema schema) {
        if (schema == kind.schema() && kind.told().test(name)) {
            return field.place().errorOfKey("is " + kind.owner() + "'s own to say: leave it out");
        }
        return field.place()
                .errorOfKey("is not a field of " + kind.owner() + "'s " + kind.plural() + ", and it would ignore it"
                        + Nearest.hint(name, schema.names()));
    }

    private JsonNode node(Value value, Schema schema) {
        if (value instanceof Value.Mapping mapping && schema.object()) {
            return object(mapping, schema);
        }
        if (value instanceof Value.Sequence sequence && schema.item().isPresent()) {
            ArrayNode json = NODES.arrayNode();
            sequence.items().forEach(item -> json.add(node(item, schema.item().get())));
            return json;
        }
        if (value instanceof Value.Scalar scalar && !scalar.nothing()) {
            return single(scalar, schema);
        }
        problems.add(value.place().errorOfKey("must be " + schema.wanted() + ", but is " + value.kind()));
        return NODES.nullNode();
    }

    private JsonNode single(Value.Scalar scalar, Schema schema) {
        JsonNode json = scalar.json();
        if (json.isTextual() || schema.free()) {
            try {
                json = substituted(scalar, schema);
            } catch (DocumentException e) {
                problems.add(e);
                return json;
            }
        }
        if (!schema.fits(json)) {
            problems.add(wrong(scalar, schema, json));
        }
        return json;
    }

    private JsonNode substituted(Value.Scalar scalar, Schema schema) {
        String text = variables.in(scalar.text(), scalar.place());
        if (Variables.alone(scalar.text()) && schema.numeric()) {
            return number(text);
        }
        if (Variables.alone(scalar.text()) && schema.trueOrFalse() && text.matches("true|false")) {
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

    private static DocumentException wrong(Value.Scalar scalar, Schema schema, JsonNode got) {
        String must = "must be " + schema.wanted() + ", but is ";
        if (!got.isTextual()) {
            return scalar.place().errorOfKey(must + got.asText() + (schema.text() ? ": put it in quotes" : ""));
        }
        String from = got.asText().equals(scalar.text()) ? "" : ", from " + scalar.text();
        return scalar.place().errorOfKey(must + "'" + got.asText() + "'" + from);
    }
}
