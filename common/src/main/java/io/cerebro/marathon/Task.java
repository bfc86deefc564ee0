package io.cerebro.marathon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One task as Marathon lists it.
 *
 * @param host where it runs, a name or an address
 * @param ports on that host, in the order of the definition
 * @param state Mesos's, such as {@code TASK_RUNNING}
 * @param version of the app when it was launched; empty for a dead task that awaits its relaunch
 * @param health one result for each health check that has answered so far
 */
public record Task(
        String id,
        String host,
        String slaveId,
        List<Integer> ports,
        String state,
        Optional<Instant> version,
        List<Health> health) {
    public Task {
        ports = List.copyOf(ports);
        health = List.copyOf(health);
    }

    /** What one health check last said. */
    public record Health(boolean alive, int consecutiveFailures, Optional<String> lastFailureCause) {}

    public boolean running() {
        return state.equals("TASK_RUNNING");
    }

    /** Not dead: staging, starting, running, or being killed. */
    public boolean alive() {
        return switch (state) {
            case "TASK_CREATED", "TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING", "TASK_UNREACHABLE" ->
                true;
            default -> false;
        };
    }

    boolean healthy(int checks) {
        return running() && health.size() >= checks && health.stream().allMatch(Health::alive);
    }
}
