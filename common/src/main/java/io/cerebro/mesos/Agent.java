package io.cerebro.mesos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * An agent, and what it has left for tasks of any role: neither used by a framework nor reserved for a role.
 *
 * @param mem in megabytes
 * @param disk in megabytes
 * @param ports how many
 */
public record Agent(String hostname, Map<String, String> attributes, double cpus, double mem, double disk, int ports) {
    public Agent {
        attributes = Map.copyOf(attributes);
    }

    /** Of the master's {@code /slaves}. */
    static Agent of(JsonNode slave) {
        Map<String, String> attributes = new TreeMap<>();
        slave.path("attributes")
                .properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asText()));
        return new Agent(
                slave.path("hostname").asText(),
                attributes,
                free(slave, "cpus"),
                free(slave, "mem"),
                free(slave, "disk"),
                Math.max(0, Ports.count(unreserved(slave, "ports")) - Ports.count(slave.at("/used_resources/ports"))));
    }

    /** An old Mesos says nothing of reservations. */
    private static JsonNode unreserved(JsonNode slave, String name) {
        JsonNode unreserved = slave.path("unreserved_resources").path(name);
        return unreserved.isMissingNode() ? slave.path("resources").path(name) : unreserved;
    }

    /** What is used may be used of a reservation, so this is the most that may be free. */
    private static double free(JsonNode slave, String name) {
        double unused = slave.path("resources").path(name).asDouble()
                - slave.path("used_resources").path(name).asDouble();
        return Math.max(0, Math.min(unused, unreserved(slave, name).asDouble()));
    }
}
