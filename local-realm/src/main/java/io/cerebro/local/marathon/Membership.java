package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.haproxy.Rotation;
import io.cerebro.local.haproxy.Service;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the rotation which instances of which apps can be sent requests, whenever that changes. */
final class Membership {
    private static final String CANARY_OF = "CEREBRO_CANARY_OF";
    private static final Set<String> HTTP = Set.of("HTTP", "MESOS_HTTP");
    private final Books books;
    private final Rotation rotation;
    private final String host;
    private List<Service> told = List.of();

    Membership(Books books, Rotation rotation, String host) {
        this.books = books;
        this.rotation = rotation;
        this.host = host;
    }

    void tell() {
        List<Service> now = services();
        if (!now.equals(told)) {
            rotation.apply(now);
            told = now;
        }
    }

    /** After a restart HAProxy must hear of everything, even of nothing. */
    void tellAll() {
        List<Service> now = services();
        rotation.apply(now);
        told = now;
    }

    /** A deleted app stays until its last instance has left: its requests under way are to be finished. */
    private List<Service> services() {
        Map<AppId, Spec> specs = new TreeMap<>();
        books.instances().all().stream().filter(Membership::reachable).forEach(i -> specs.put(i.app(), i.spec));
        specs.putAll(books.apps().all());
        return specs.values().stream().map(this::service).toList();
    }

    private Service service(Spec spec) {
        List<Instance> members = members(spec);
        Set<Address> instances = members.stream()
                .flatMap(instance -> instance.address(host).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Service(spec.id(), canaryOf(spec), spec.servicePorts(), healthPath(spec, members), instances);
    }

    private static boolean reachable(Instance instance) {
        return instance.running() && !instance.outOfRotation && !instance.ports.isEmpty();
    }

    /**
     * HAProxy checks all of a service's instances in one way. One that wants to be checked in another way than those that
     * serve joins only when Marathon's own checks have found it healthy.
     */
    private List<Instance> members(Spec wanted) {
        List<Instance> reachable = books.instances().of(wanted.id()).stream()
                .filter(Membership::reachable)
                .toList();
        Set<Optional<String>> common =
                paths(wanted, reachable.stream().filter(i -> i.joined).toList());
        for (Instance instance : reachable) {
            instance.joined |= common.equals(Set.of(httpPath(instance.spec))) || instance.healthy();
        }
        return reachable.stream().filter(instance -> instance.joined).toList();
    }

    private static Set<Optional<String>> paths(Spec wanted, List<Instance> members) {
        return members.isEmpty()
                ? Set.of(httpPath(wanted))
                : members.stream().map(member -> httpPath(member.spec)).collect(Collectors.toSet());
    }

    /** What the members agree on: a path that is new would be unknown to the old ones, and take them all down. */
    private static Optional<String> healthPath(Spec wanted, List<Instance> members) {
        Set<Optional<String>> paths = paths(wanted, members);
        return paths.size() == 1 ? paths.iterator().next() : Optional.empty();
    }

    /** Of the first check that HAProxy can make, too: by HTTP, and at the port that gets the requests. */
    private static Optional<String> httpPath(Spec spec) {
        return spec.json()
                .path("healthChecks")
                .valueStream()
                .filter(check -> HTTP.contains(check.path("protocol").asText()))
                .filter(check ->
                        !check.hasNonNull("port") && check.path("portIndex").asInt(0) == 0)
                .map(check -> check.path("path"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    /** A label that names no app makes no canary. */
    private static Optional<AppId> canaryOf(Spec spec) {
        String label = spec.json().path("labels").path(CANARY_OF).asText();
        if (!label.matches("/?[^/].*") || !Syntax.ID.matcher(label).matches()) {
            return Optional.empty();
        }
        return Optional.of(Ids.canonical(label))
                .filter(path -> !path.equals("/"))
                .map(AppId::of);
    }
}
