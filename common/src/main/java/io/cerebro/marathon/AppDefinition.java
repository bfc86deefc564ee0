package io.cerebro.marathon;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Marathon app as JSON. Immutable; every field passes through untouched, known to Cerebro or not.
 *
 * <p>Must have an {@code id}.
 */
public final class AppDefinition {
    /** In bytes of JSON: ZooKeeper's limit for a node. Marathon exits without an answer when it cannot store a definition. */
    public static final int LARGEST = 1_000_000;

    private final ObjectNode json;

    private AppDefinition(ObjectNode json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if it is not an object with a valid {@code id} */
    @JsonCreator
    public static AppDefinition of(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw new IllegalArgumentException("an app definition is an object, not " + json);
        }
        if (!object.path("id").isTextual()) {
            throw new IllegalArgumentException("the app definition has no 'id'");
        }
        ObjectNode copy = object.deepCopy();
        copy.put("id", AppId.of(object.get("id").textValue()).path());
        return new AppDefinition(copy);
    }

    public AppId id() {
        return AppId.of(json.get("id").textValue());
    }

    /** Empty where the definition leaves the number of instances to whoever scales the service. */
    public Optional<Integer> instances() {
        return json.path("instances").isInt()
                ? Optional.of(json.get("instances").intValue())
                : Optional.empty();
    }

    /** {@code container.docker.image}; empty for a plain command. */
    public Optional<String> image() {
        JsonNode image = json.at("/container/docker/image");
        return image.isTextual() ? Optional.of(image.textValue()) : Optional.empty();
    }

    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        json.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    public Optional<String> label(String name) {
        return Optional.ofNullable(labels().get(name));
    }

    public AppDefinition withId(AppId id) {
        return changed(copy -> copy.put("id", id.path()));
    }

    public AppDefinition withInstances(int instances) {
        return changed(copy -> copy.put("instances", instances));
    }

    public AppDefinition withoutInstances() {
        return changed(copy -> copy.remove("instances"));
    }

    public AppDefinition withImage(String image) {
        return changed(copy -> copy.withObject("/container/docker").put("image", image));
    }

    public AppDefinition withLabel(String name, String value) {
        return changed(copy -> copy.withObject("/labels").put(name, value));
    }

    public AppDefinition withoutLabel(String name) {
        if (!json.path("labels").has(name)) {
            return this;
        }
        return changed(copy -> {
            ObjectNode labels = (ObjectNode) copy.get("labels");
            labels.remove(name);
            if (labels.isEmpty()) {
                copy.remove("labels");
            }
        });
    }

    private AppDefinition changed(java.util.function.Consumer<ObjectNode> change) {
        ObjectNode copy = json.deepCopy();
        change.accept(copy);
        return new AppDefinition(copy);
    }

    /** A copy: changing it changes nothing here. */
    @JsonValue
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppDefinition definition && definition.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
