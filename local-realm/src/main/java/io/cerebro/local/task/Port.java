package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One port of a task: what the definition asks for, and what it got on the host.
 *
 * @param declared the container's port if the definition maps ports, else the port in its {@code portDefinitions}; 0 for any
 * @param host where it is reached from outside
 */
record Port(int declared, int host, String name, String protocol) {
    static List<Port> of(Launch launch) {
        JsonNode definitions = definitions(launch.definition().json());
        List<Port> ports = new ArrayList<>();
        for (int index = 0; index < launch.ports().size(); index++) {
            JsonNode definition = definitions.path(index);
            ports.add(new Port(
                    definition
                            .path("containerPort")
                            .asInt(definition.path("port").asInt(0)),
                    launch.ports().get(index),
                    definition.path("name").asText(""),
                    definition.path("protocol").asText("tcp")));
        }
        return ports;
    }

    /** Marathon gives a container that leaves its port open the same port inside as outside. */
    int container() {
        return declared == 0 ? host : declared;
    }

    private static JsonNode definitions(JsonNode definition) {
        JsonNode mappings = definition.at("/container/portMappings");
        if (mappings.isArray()) {
            return mappings;
        }
        JsonNode dockerMappings = definition.at("/container/docker/portMappings");
        return dockerMappings.isArray() ? dockerMappings : definition.path("portDefinitions");
    }
}
