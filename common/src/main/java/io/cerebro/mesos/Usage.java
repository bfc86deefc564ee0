package io.cerebro.mesos;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.document.Amounts;

/**
 * What all frameworks of a cluster have together, Hadoop's and batch jobs' as well as Marathon's.
 *
 * @param cpusTotal of the agents that are there
 * @param memUsed in megabytes
 * @param memTotal in megabytes
 * @param away agents that the master knows and does not reach
 */
public record Usage(double cpusUsed, double cpusTotal, double memUsed, double memTotal, int away) {
    /** Of the master's {@code /metrics/snapshot}, whose keys have a slash in them. */
    static Usage of(JsonNode metrics) {
        return new Usage(
                metrics.path("master/cpus_used").asDouble(),
                metrics.path("master/cpus_total").asDouble(),
                metrics.path("master/mem_used").asDouble(),
                metrics.path("master/mem_total").asDouble(),
                metrics.path("master/slaves_unreachable").asInt()
                        + metrics.path("master/slaves_disconnected").asInt());
    }

    /** Those of a master that does not lead are empty. */
    static boolean led(JsonNode metrics) {
        return metrics.path("master/elected").asInt() == 1;
    }

    @Override
    public String toString() {
        return "all frameworks together use " + amount(cpusUsed) + " of " + amount(cpusTotal) + " cpus and "
                + amount(memUsed) + " of " + amount(memTotal) + " MB" + (away > 0 ? ", and agents away: " + away : "");
    }

    private static String amount(double number) {
        return Amounts.text(Math.round(number * 100) / 100.0);
    }
}
