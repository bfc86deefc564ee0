package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** {@code GET /slaves}, {@code /metrics/snapshot} and {@code /state-summary} of a Mesos master: the one agent, and who uses how much of it. */
final class MasterState {
    /** Tasks are not held to their disk here, so there is as much as anybody asks for. */
    private static final double DISK = 1_000_000;

    private final Core core;
    private final LocalMarathonConfig config;
    private final Neighbours neighbours;

    MasterState(Core core, LocalMarathonConfig config, Neighbours neighbours) {
        this.core = core;
        this.neighbours = neighbours;
        this.config = config;
    }

    ObjectNode slaves() {
        return core.turns.look(this::now);
    }

    /** The figures that say how full the cluster is; they are all numbers with a fraction. */
    ObjectNode metrics() {
        return core.turns.look(() -> {
            Agent.Used used = core.books.agent().used();
            return Json.object()
                    .put("master/elected", 1.0)
                    .put("master/slaves_active", 1.0)
                    .put("master/slaves_disconnected", 0.0)
                    .put("master/slaves_unreachable", 0.0)
                    .put("master/frameworks_active", 1.0)
                    .put("master/cpus_total", config.cpus())
                    .put("master/cpus_used", used.cpus())
                    .put("master/cpus_percent", used.cpus() / config.cpus())
                    .put("master/mem_total", config.mem())
                    .put("master/mem_used", used.mem())
                    .put("master/mem_percent", used.mem() / config.mem())
                    .put("master/disk_total", DISK)
                    .put("master/disk_used", 0.0)
                    .put("master/disk_percent", 0.0);
        });
    }

    /** The agent, and the frameworks without their tasks. */
    ObjectNode summary() {
        return core.turns.look(() -> {
            ObjectNode summary = now().put("hostname", config.address());
            ArrayNode frameworks = summary.putArray("frameworks");
            framework(frameworks, Sandbox.frameworkId(core.host.agentId()), "marathon", true);
            if (neighbours.any()) {
                framework(frameworks, "chronos", "chronos", false);
            }
            return summary;
        });
    }

    private void framework(ArrayNode frameworks, String id, String name, boolean marathons) {
        ObjectNode framework = frameworks
                .addObject()
                .put("id", id)
                .put("name", name)
                .put("hostname", config.address())
                .put("active", true)
                .put("connected", true);
        framework.set("used_resources", used(core.books.agent().used(marathons)));
        framework.set("offered_resources", resources(0, 0, 0));
        framework.putArray("capabilities");
    }

    private ObjectNode now() {
        ObjectNode slaves = Json.object();
        ObjectNode agent = slaves.putArray("slaves")
                .addObject()
                .put("id", core.host.agentId())
                .put("pid", "slave(1)@" + config.address() + ":" + config.agentPort())
                .put("hostname", config.address())
                .put("active", true)
                .put("version", "1.9.0");
        agent.putObject("attributes");
        agent.set("resources", all());
        agent.set("unreserved_resources", all());
        agent.putObject("reserved_resources");
        agent.set("used_resources", used(core.books.agent().used()));
        return slaves;
    }

    private ObjectNode all() {
        return resources(config.cpus(), config.mem(), DISK).put("ports", "[" + config.taskPorts() + "]");
    }

    private static ObjectNode used(Agent.Used used) {
        ObjectNode resources = resources(used.cpus(), used.mem(), 0);
        return used.ports().isEmpty()
                ? resources
                : resources.put(
                        "ports",
                        used.ports().stream()
                                .map(port -> port + "-" + port)
                                .collect(Collectors.joining(", ", "[", "]")));
    }

    private static ObjectNode resources(double cpus, double mem, double disk) {
        return Json.object().put("cpus", cpus).put("mem", mem).put("disk", disk).put("gpus", 0.0);
    }
}
