package io.cerebro.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values of a parser's tokens. */
final class Tree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final JsonParser parser;

    Tree(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    Value read() throws IOException {
        if (parser.nextToken() == null) {
            throw new DocumentException(file + " is empty");
        }
        Value value = value("");
        if (parser.nextToken() != null) {
            throw place("").error("a second document begins here, and only one is read");
        }
        return value;
    }

    private Value value(String key) throws IOException {
        Place place = place(key);
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            throw place.errorOfKey("uses an anchor (&) or an alias (*): write the value out instead");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            default -> new Value.Scalar(place, scalar(), parser.getText());
        };
    }

    private Value mapping(Place place) throws IOException {
        Map<String, Value.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place key = place(place.child(name));
            Value.Field before = fields.get(name);
            if (before != null) {
                throw key.errorOfKey("is here for the second time; the first is in line "
                        + before.place().line());
            }
            parser.nextToken();
            fields.put(name, new Value.Field(key, value(key.key())));
        }
        return new Value.Mapping(place, fields);
    }

    private Value sequence(Place place) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.child(items.size())));
        }
        return new Value.Sequence(place, items);
    }

    private JsonNode scalar() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private Place place(String key) {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr(), key);
    }
}
