package io.cerebro.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppDefinition;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Says in the words of today what a definition says in those of Marathon before 1.5, as Marathon itself does. */
final class Modern {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Modern() {}

    static ObjectNode form(AppDefinition definition) {
        ObjectNode app = definition.json();
        if (app.remove("uris") instanceof ArrayNode uris) {
            ArrayNode fetch = objects(uris, "uri");
            app.path("fetch").forEach(fetch::add);
            app.set("fetch", fetch);
        }
        if (app.remove("ports") instanceof ArrayNode ports) {
            app.putIfAbsent("portDefinitions", objects(ports, "port"));
        }
        if (app.at("/container/docker") instanceof ObjectNode docker) {
            network(app, docker.remove("network"));
            JsonNode mappings = docker.remove("portMappings");
            if (mappings != null && app.get("container") instanceof ObjectNode container) {
                container.putIfAbsent("portMappings", mappings);
            }
        }
        ports(app);
        dependencies(app, definition);
        return app;
    }

    private static ArrayNode objects(ArrayNode values, String field) {
        ArrayNode objects = NODES.arrayNode();
        values.forEach(value -> objects.addObject().set(field, value));
        return objects;
    }

    private static void network(ObjectNode app, @Nullable JsonNode old) {
        if (old != null && old.asText().equals("BRIDGE") && !app.has("networks")) {
            app.putArray("networks").addObject().put("mode", "container/bridge");
        }
    }

    /** Marathon drops the host's ports where they are mapped into a container, and the mappings where they are not. */
    private static void ports(ObjectNode app) {
        boolean host = app.at("/networks/0/mode").asText("host").equals("host");
        if (app.get("container") instanceof ObjectNode container) {
            if (host) {
                container.remove("portMappings");
            } else {
                app.remove("portDefinitions");
            }
        }
    }

    private static void dependencies(ObjectNode app, AppDefinition definition) {
        if (app.get("dependencies") instanceof ArrayNode dependencies) {
            URI here = URI.create(definition.id().path());
            ArrayNode absolute = app.putArray("dependencies");
            dependencies.forEach(
                    other -> absolute.add(here.resolve(other.asText()).toString()));
        }
    }
}
