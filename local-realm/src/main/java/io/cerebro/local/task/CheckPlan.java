package io.cerebro.local.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.task.Probe.Question;
import io.cerebro.local.task.Probe.Scheme;
import io.cerebro.traffic.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The checks of a definition, with Marathon's defaults, and where each of them asks. */
final class CheckPlan {
    private CheckPlan() {}

    /** A question, or why there is none to ask. */
    sealed interface Way permits Asked, Impossible {}

    record Asked(Question question) implements Way {}

    record Impossible(String why) implements Way {}

    record Health(Way way, Duration grace, Duration interval, boolean ignore1xx) {}

    record Readiness(Way way, String name, Duration interval, Set<Integer> ready, boolean preserve) {}

    static List<Health> health(Launch launch) {
        List<Health> checks = new ArrayList<>();
        for (JsonNode check : launch.definition().json().path("healthChecks")) {
            checks.add(new Health(
                    way(launch, check),
                    seconds(check, "gracePeriodSeconds", 300),
                    atLeastASecond(seconds(check, "intervalSeconds", 60)),
                    check.path("ignoreHttp1xx").asBoolean()));
        }
        return checks;
    }

    static List<Readiness> readiness(Launch launch) {
        List<Readiness> checks = new ArrayList<>();
        for (JsonNode check : launch.definition().json().path("readinessChecks")) {
            checks.add(new Readiness(
                    readinessWay(launch, check),
                    check.path("name").asText("readinessCheck"),
                    atLeastASecond(seconds(check, "intervalSeconds", 30)),
                    statuses(check.path("httpStatusCodesForReady")),
                    check.path("preserveLastResponse").asBoolean()));
        }
        return checks;
    }

    private static Way way(Launch launch, JsonNode check) {
        String protocol = check.path("protocol").asText("HTTP");
        return switch (protocol) {
            case "HTTP", "HTTPS", "TCP" -> asked(launch, check, Scheme.valueOf(protocol), hostPort(launch, check));
            case "MESOS_HTTP", "MESOS_HTTPS", "MESOS_TCP" ->
                asked(launch, check, Scheme.valueOf(protocol.substring("MESOS_".length())), innerPort(launch, check));
            default ->
                new Impossible("a realm on one machine has no " + protocol
                        + " health checks: use HTTP, HTTPS or TCP, or their MESOS_ kin, in the overlay for this realm");
        };
    }

    private static Way asked(Launch launch, JsonNode check, Scheme scheme, int port) {
        if (port == 0) {
            return new Impossible("the health check asks port index "
                    + check.path("portIndex").asInt() + " but the app has "
                    + launch.ports().size() + " ports");
        }
        return new Asked(new Question(
                scheme,
                new Address(launch.host(), port),
                check.path("path").asText("/"),
                atLeastASecond(seconds(check, "timeoutSeconds", 20))));
    }

    private static int hostPort(Launch launch, JsonNode check) {
        int index = check.path("portIndex").asInt(0);
        int indexed =
                index >= 0 && index < launch.ports().size() ? launch.ports().get(index) : 0;
        return check.path("port").asInt(indexed);
    }

    /** Mesos asks inside the container, where a port has its inner number. */
    private static int innerPort(Launch launch, JsonNode check) {
        int port = check.path("port").asInt(0);
        return Port.of(launch).stream()
                .filter(mapped -> port != 0 && mapped.container() == port)
                .map(Port::host)
                .findFirst()
                .orElseGet(() -> hostPort(launch, check));
    }

    private static Way readinessWay(Launch launch, JsonNode check) {
        String name = check.path("portName").asText("http-api");
        Scheme scheme = Scheme.valueOf(check.path("protocol").asText("HTTP").toUpperCase(Locale.ROOT));
        return Port.of(launch).stream()
                .filter(port -> port.name().equals(name))
                .findFirst()
                .<Way>map(port -> asked(launch, check, scheme, port.host()))
                .orElseGet(() -> new Impossible("the app has no port named '" + name + "'"));
    }

    private static Set<Integer> statuses(JsonNode codes) {
        Set<Integer> statuses = new HashSet<>();
        codes.forEach(code -> statuses.add(code.asInt()));
        return statuses.isEmpty() ? Set.of(200) : statuses;
    }

    private static Duration seconds(JsonNode check, String field, int otherwise) {
        return Duration.ofSeconds(check.path(field).asInt(otherwise));
    }

    private static Duration atLeastASecond(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : duration;
    }
}
