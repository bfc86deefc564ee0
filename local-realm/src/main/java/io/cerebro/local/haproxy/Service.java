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
 * @param tcp whether its traffic is passed on as it is, and never to a canary
 */
public record Service(
        AppId app,
        Optional<AppId> canaryOf,
        List<Integer> ports,
        Optional<String> healthPath,
        Set<Address> instances,
        boolean tcp) {
    public Service {
        ports = List.copyOf(ports);
        instances = Set.copyOf(instances);
    }

    /** Of HTTP. */
    public Service(
            AppId app,
            Optional<AppId> canaryOf,
            List<Integer> ports,
            Optional<String> healthPath,
            Set<Address> instances) {
        this(app, canaryOf, ports, healthPath, instances, false);
    }

    /** That Marathon does not run: a canary of it, or a health path, there is none. */
    public static Service outside(String name, int port, boolean tcp, Set<Address> servers) {
        AppId id = AppId.of("/outside/" + name);
        return new Service(id, Optional.empty(), List.of(port), Optional.empty(), servers, tcp);
    }

    Service with(Optional<String> path, Set<Address> present) {
        return new Service(app, canaryOf, ports, path, present, tcp);
    }
}
