package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Gives every port without a service port one, from 10000 on; an app keeps those that it had. */
final class ServicePorts {
    private static final int FIRST = 10_000;
    private static final int LAST = 20_000;

    private ServicePorts() {}

    static void assign(ObjectNode definition, Optional<Spec> before, Set<Integer> takenByOthers) {
        boolean mapped = definition.path("container").has("portMappings");
        String field = mapped ? "servicePort" : "port";
        List<ObjectNode> ports = (mapped
                        ? definition.path("container").path("portMappings")
                        : definition.path("portDefinitions"))
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
        Set<Integer> taken = new HashSet<>(takenByOthers);
        ports.forEach(port -> taken.add(port.path(field).asInt()));
        Deque<Integer> kept = new ArrayDeque<>(before.map(Spec::servicePorts).orElse(List.of()));
        kept.removeAll(taken);
        for (ObjectNode port : ports) {
            if (port.path(field).asInt() == 0) {
                int assigned = kept.isEmpty() ? free(taken) : kept.removeFirst();
                taken.add(assigned);
                port.put(field, assigned);
            }
        }
    }

    private static int free(Set<Integer> taken) {
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(port -> !taken.contains(port))
                .findFirst()
                .orElseThrow(() -> Refusal.of(422, "No free service port is left between " + FIRST + " and " + LAST));
    }
}
