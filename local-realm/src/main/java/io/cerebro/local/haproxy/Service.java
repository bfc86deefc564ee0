package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An app as HAProxy sees it.
 *
 * @param canaryOf the service whose canary this is (label {@code CEREBRO_CANARY_OF}); a canary opens no port of its own
 * @param ports where clients find it, by number: Marathon's service ports
 * @param healthPath of its first HTTP health check
 * @param instances that run and are not about to be killed
 */
public record Service(
        AppId app, Optional<AppId> canaryOf, List<Integer> ports, Optional<String> healthPath, Set<Address> instances) {
    public Service {
        ports = List.copyOf(ports);
        instances = Set.copyOf(instances);
    }
}
