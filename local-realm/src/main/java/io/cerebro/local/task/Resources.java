package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.AppDefinition;

/** What a definition asks for, with Marathon's own defaults. */
record Resources(double cpus, double mem, double disk, int gpus) {
    private static final long MEGABYTE = 1024L * 1024;

    static Resources of(AppDefinition definition) {
        JsonNode json = definition.json();
        return new Resources(
                json.path("cpus").asDouble(1),
                json.path("mem").asDouble(128),
                json.path("disk").asDouble(0),
                json.path("gpus").asInt(0));
    }

    long memoryBytes() {
        return Math.round(mem * MEGABYTE);
    }

    /** In the words of Mesos, which people search their logs for. */
    String exceededBy(long usedBytes) {
        return "Memory limit exceeded: Requested: " + megabytes(memoryBytes()) + "MB Maximum Used: "
                + megabytes(usedBytes) + "MB";
    }

    private static long megabytes(long bytes) {
        return Math.round((double) bytes / MEGABYTE);
    }
}
