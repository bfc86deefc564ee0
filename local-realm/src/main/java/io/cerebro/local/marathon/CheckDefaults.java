package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a health or readiness check leaves out. */
final class CheckDefaults {
    private CheckDefaults() {}

    static ObjectNode health(ObjectNode given) {
        String protocol = given.path("protocol").asText("HTTP");
        boolean http = protocol.contains("HTTP");
        ObjectNode full = Json.object();
        copy(given, full, "command");
        whole(given, full, "gracePeriodSeconds", 300);
        if (http && !protocol.startsWith("MESOS_")) {
            full.put("ignoreHttp1xx", given.path("ignoreHttp1xx").asBoolean(false));
        }
        whole(given, full, "intervalSeconds", 60);
        whole(given, full, "maxConsecutiveFailures", 3);
        if (http) {
            full.put("path", given.path("path").asText("/"));
        }
        copy(given, full, "port");
        if (!protocol.equals("COMMAND") && !given.hasNonNull("port")) {
            whole(given, full, "portIndex", 0);
        }
        full.put("protocol", protocol);
        if (!protocol.equals("COMMAND")) {
            full.put("ipProtocol", given.path("ipProtocol").asText("IPv4"));
        }
        whole(given, full, "timeoutSeconds", 20);
        whole(given, full, "delaySeconds", 15);
        return full;
    }

    static ObjectNode readiness(ObjectNode given) {
        ObjectNode full = Json.object();
        JsonNode codes = given.path("httpStatusCodesForReady");
        full.set("httpStatusCodesForReady", codes.isEmpty() ? Json.array().add(200) : codes);
        whole(given, full, "intervalSeconds", 30);
        full.put("name", given.path("name").asText("readinessCheck"));
        full.put("path", given.path("path").asText("/"));
        full.put("portName", given.path("portName").asText("http-api"));
        full.put("preserveLastResponse", given.path("preserveLastResponse").asBoolean(false));
        full.put("protocol", given.path("protocol").asText("HTTP"));
        whole(given, full, "timeoutSeconds", 10);
        return full;
    }

    private static void whole(ObjectNode given, ObjectNode full, String field, int value) {
        full.put(field, given.path(field).isNumber() ? given.path(field).intValue() : value);
    }

    private static void copy(ObjectNode given, ObjectNode full, String field) {
        if (given.hasNonNull(field)) {
            full.set(field, given.get(field));
        }
    }
}
