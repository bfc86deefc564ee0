package io.cerebro.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Hides the secrets of a definition, and remembers them. */
final class Secrets {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<String> named = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    /** Values of fields that are named like a secret. */
    List<String> named() {
        return named;
    }

    /** These, and all values of the environment. */
    List<String> all() {
        return all;
    }

    JsonNode redacted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode shown = JSON.objectNode();
            object.properties().forEach(field -> shown.set(field.getKey(), field(object, field.getKey())));
            return shown;
        }
        if (node instanceof ArrayNode array) {
            return arguments(array);
        }
        return node.isTextual() ? TextNode.valueOf(SecretText.hide(node.textValue())) : node;
    }

    private JsonNode field(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (name.equalsIgnoreCase("env")) {
            return environment(value);
        }
        return SecretText.named(name) || ofPair(object, name) ? hidden(value, true) : redacted(value);
    }

    /** Docker's parameters: {@code {"key": "env", "value": "PASSWORD=x"}}. */
    private static boolean ofPair(ObjectNode object, String name) {
        return name.equals("value") && object.has("key");
    }

    private JsonNode environment(JsonNode env) {
        if (!(env instanceof ObjectNode object)) {
            return hidden(env, true);
        }
        ObjectNode shown = JSON.objectNode();
        object.properties()
                .forEach(
                        field -> shown.set(field.getKey(), hidden(field.getValue(), SecretText.named(field.getKey()))));
        return shown;
    }

    private JsonNode arguments(ArrayNode array) {
        ArrayNode shown = JSON.arrayNode();
        boolean announced = false;
        for (JsonNode item : array) {
            shown.add(announced ? hidden(item, true) : redacted(item));
            announced = item.isTextual() && SecretText.option(item.textValue());
        }
        return shown;
    }

    private JsonNode hidden(JsonNode value, boolean secret) {
        if (value instanceof ObjectNode object) {
            ObjectNode shown = JSON.objectNode();
            object.properties().forEach(field -> shown.set(field.getKey(), hidden(field.getValue(), secret)));
            return shown;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode shown = JSON.arrayNode();
            array.forEach(item -> shown.add(hidden(item, secret)));
            return shown;
        }
        all.add(value.asText());
        if (secret) {
            named.add(value.asText());
        }
        return TextNode.valueOf(SecretText.HIDDEN);
    }
}
