package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** {@code GET /slaves} of a Mesos master: the one agent, and how much of it is in use. */
final class MasterState {
    /** Tasks are not held to their disk here, so there is as much as anybody asks for. */
    private static final double DISK = 1_000_000;

    private final Core core;
    private final LocalMarathonConfig config;

    MasterState(Core core, LocalMarathonConfig config) {
        this.core = core;
        this.config = config;
    }

    ObjectNode slaves() {
        return core.turns.look(this::now);
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
