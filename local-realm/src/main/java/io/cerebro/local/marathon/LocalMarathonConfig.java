package io.cerebro.local.marathon;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How a local Marathon is set up.
 *
 * @param address where it serves, and where tasks listen
 * @param port of Marathon's API; 0 for any free one
 * @param agentPort of the Mesos agent's API; 0 for any free one
 * @param taskPorts that tasks may get
 * @param cpus that all tasks together may ask for
 * @param mem that all tasks together may ask for, in MB
 * @param stateDirectory where it remembers apps, tasks and deployments over a restart
 * @param credentials that every request must carry; empty to let everybody in
 */
public record LocalMarathonConfig(
        String address,
        int port,
        int agentPort,
        PortRange taskPorts,
        double cpus,
        double mem,
        Path stateDirectory,
        Optional<BasicCredentials> credentials,
        Clock clock) {
    private static final int MARATHON_PORT = 8080;
    private static final int AGENT_PORT = 5051;
    private static final double OVER_COMMIT = 8;

    public LocalMarathonConfig {
        if (address.isBlank()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address to serve at: name one such as 127.0.0.1");
        }
        if (cpus <= 0 || mem <= 0) {
            throw new IllegalArgumentException("a realm needs cpus and mem above 0, not " + cpus + " and " + mem);
        }
    }

    /** Marathon's usual ports, and what this machine has, with its cpus committed eight times over: most tasks idle. */
    public static LocalMarathonConfig at(String address, Path stateDirectory) {
        return new LocalMarathonConfig(
                address,
                MARATHON_PORT,
                AGENT_PORT,
                new PortRange(31_000, 32_000),
                Runtime.getRuntime().availableProcessors() * OVER_COMMIT,
                machineMemory(),
                stateDirectory,
                Optional.empty(),
                Clock.systemUTC());
    }

    private static double machineMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? Math.floor(machine.getTotalMemorySize() / 1048576.0)
                : 4096;
    }

    public LocalMarathonConfig withPorts(int marathon, int agent) {
        return new LocalMarathonConfig(
                address, marathon, agent, taskPorts, cpus, mem, stateDirectory, credentials, clock);
    }

    public LocalMarathonConfig withTaskPorts(PortRange range) {
        return new LocalMarathonConfig(address, port, agentPort, range, cpus, mem, stateDirectory, credentials, clock);
    }

    public LocalMarathonConfig withCapacity(double allCpus, double allMem) {
        return new LocalMarathonConfig(
                address, port, agentPort, taskPorts, allCpus, allMem, stateDirectory, credentials, clock);
    }

    public LocalMarathonConfig withCredentials(BasicCredentials required) {
        return new LocalMarathonConfig(
                address, port, agentPort, taskPorts, cpus, mem, stateDirectory, Optional.of(required), clock);
    }

    public LocalMarathonConfig withClock(Clock time) {
        return new LocalMarathonConfig(
                address, port, agentPort, taskPorts, cpus, mem, stateDirectory, credentials, time);
    }
}
