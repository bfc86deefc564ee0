package io.cerebro.local.task;

import io.cerebro.marathon.AppDefinition;
import java.time.Instant;
import java.util.List;

/**
 * A task to start, or one that was started before.
 *
 * @param taskId Marathon's, such as {@code orders.instance-<uuid>._app.1}
 * @param definition with Marathon's defaults filled in
 * @param host the address that the task listens on, the realm's own
 * @param ports on that host, one for each port of the definition
 * @param version of the app
 */
public record Launch(String taskId, AppDefinition definition, String host, List<Integer> ports, Instant version) {
    public Launch {
        ports = List.copyOf(ports);
    }
}
