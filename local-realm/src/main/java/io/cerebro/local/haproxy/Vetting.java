package io.cerebro.local.haproxy;

import io.cerebro.traffic.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps what HAProxy cannot take, or would take for something else, out of its configuration and commands. */
final class Vetting {
    /** What can stand between single quotes in HAProxy's configuration, and in a request line. */
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9/._~!$&()*+,;=:@%?-]*");

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    private final Consumer<String> problems;

    Vetting(Consumer<String> problems) {
        this.problems = problems;
    }

    /** What is wrong with one service is told, and costs the others nothing. */
    List<Service> vet(List<Service> services) {
        return services.stream()
                .map(service -> service.with(healthPath(service), instances(service)))
                .toList();
    }

    private Optional<String> healthPath(Service service) {
        Optional<String> path = service.healthPath();
        if (path.isEmpty() || PLAIN_PATH.matcher(path.get()).matches()) {
            return path;
        }
        problems.accept("HAProxy checks " + service.app() + " by connecting only, because its health path '"
                + path.get() + "' has characters that do not belong in one: percent-encode them");
        return Optional.empty();
    }

    private Set<Address> instances(Service service) {
        return service.instances().stream()
                .filter(instance -> possible(service, instance))
                .collect(Collectors.toSet());
    }

    private boolean possible(Service service, Address instance) {
        boolean port = instance.port() > 0 && instance.port() <= 65_535;
        if (port && IPV4.matcher(instance.host()).matches()) {
            return true;
        }
        problems.accept("HAProxy cannot have the instance '" + instance + "' of " + service.app()
                + ": it needs an IPv4 address and a port from 1 to 65535");
        return false;
    }
}
