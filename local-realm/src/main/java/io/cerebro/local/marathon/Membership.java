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
            told = now;
            rotation.apply(now);
        }
    }

    /** After a restart HAProxy must hear of everything, even of nothing. */
    void tellAll() {
        told = services();
        rotation.apply(told);
    }

    /** A deleted app stays until its last instance has left: its requests under way are to be finished. */
    private List<Service> services() {
        Map<AppId, Spec> specs = new TreeMap<>();
        books.instances().all().stream().filter(Membership::member).forEach(i -> specs.put(i.app(), i.spec));
        specs.putAll(books.apps().all());
        return specs.values().stream().map(this::service).toList();
    }

    private Service service(Spec spec) {
        Set<Address> instances = books.instances().of(spec.id()).stream()
                .filter(Membership::member)
                .flatMap(instance -> instance.address(host).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Service(spec.id(), canaryOf(spec), spec.servicePorts(), healthPath(spec), instances);
    }

    private static boolean member(Instance instance) {
        return instance.running() && !instance.outOfRotation && !instance.ports.isEmpty();
    }

    /** A label that names no app makes no canary. */
    private static Optional<AppId> canaryOf(Spec spec) {
        String label = spec.json().path("labels").path(CANARY_OF).asText();
        return label.matches("/?[^/].*") && Syntax.ID.matcher(label).matches()
                ? Optional.of(AppId.of(Ids.canonical(label)))
                : Optional.empty();
    }

    private static Optional<String> healthPath(Spec spec) {
        return spec.json()
                .path("healthChecks")
                .valueStream()
                .filter(check -> check.path("protocol").asText().contains("HTTP"))
                .map(check -> check.path("path"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }
}
