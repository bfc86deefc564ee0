package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Networks, ports and the container around them, with the ways of Marathon before 1.5 translated. */
final class Networking {
    private Networking() {}

    /** Whether ports are mapped into a container; otherwise they are the host's. */
    static boolean mapped(ObjectNode given) {
        return given.hasNonNull("container")
                && !networks(given).path(0).path("mode").asText().equals("host");
    }

    static ArrayNode networks(ObjectNode given) {
        if (!given.path("networks").isEmpty()) {
            return (ArrayNode) given.get("networks");
        }
        String old = given.path("container").path("docker").path("network").asText();
        return Json.array().add(Json.object().put("mode", old.equals("BRIDGE") ? "container/bridge" : "host"));
    }

    static ObjectNode container(ObjectNode given, boolean mapped) {
        JsonNode container = given.path("container");
        ObjectNode full = Json.object().put("type", container.path("type").asText("MESOS"));
        if (container.hasNonNull("docker")) {
            JsonNode docker = container.get("docker");
            ObjectNode kept = full.putObject("docker");
            if (docker.hasNonNull("config")) {
                kept.set("config", docker.get("config"));
            }
            kept.put("forcePullImage", docker.path("forcePullImage").asBoolean());
            kept.put("image", docker.path("image").asText());
            kept.set("parameters", docker.path("parameters").isEmpty() ? Json.array() : docker.get("parameters"));
            kept.put("privileged", docker.path("privileged").asBoolean());
        }
        full.set("volumes", container.path("volumes").isEmpty() ? Json.array() : container.get("volumes"));
        if (mapped) {
            full.set("portMappings", portMappings(container));
        }
        return full;
    }

    private static ArrayNode portMappings(JsonNode container) {
        JsonNode given = container.path("portMappings");
        JsonNode mappings = given.isMissingNode() ? container.path("docker").path("portMappings") : given;
        ArrayNode full = Json.array();
        if (mappings.isMissingNode() || mappings.isNull()) {
            return full.add(mapping(Json.object().put("name", "default")));
        }
        mappings.forEach(mapping -> full.add(mapping(mapping)));
        return full;
    }

    private static ObjectNode mapping(JsonNode given) {
        ObjectNode full = Json.object();
        full.put("containerPort", given.path("containerPort").asInt());
        full.put("hostPort", given.path("hostPort").asInt());
        full.set("labels", given.path("labels").isObject() ? given.get("labels") : Json.object());
        if (given.hasNonNull("name")) {
            full.set("name", given.get("name"));
        }
        full.put("protocol", given.path("protocol").asText("tcp"));
        return full.put("servicePort", given.path("servicePort").asInt());
    }

    static ArrayNode portDefinitions(ObjectNode given) {
        ArrayNode full = Json.array();
        if (given.hasNonNull("portDefinitions")) {
            given.get("portDefinitions").forEach(port -> full.add(definition(port)));
        } else if (given.hasNonNull("ports")) {
            given.get("ports").forEach(port -> full.add(definition(Json.object().set("port", port))));
        } else {
            full.add(definition(Json.object().put("name", "default")));
        }
        return full;
    }

    private static ObjectNode definition(JsonNode given) {
        ObjectNode full = Json.object().put("port", given.path("port").asInt());
        if (!given.path("labels").isEmpty()) {
            full.set("labels", given.get("labels"));
        }
        if (given.hasNonNull("name")) {
            full.set("name", given.get("name"));
        }
        return full.put("protocol", given.path("protocol").asText("tcp"));
    }
}
