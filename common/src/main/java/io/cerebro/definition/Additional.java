package io.cerebro.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.realm.Additions;
import io.cerebro.realm.Syslog;
import java.util.Map;
import java.util.stream.Stream;

/** Adds what the realm adds to every app. What the team has said itself stays as it is. */
record Additional(Additions additions) {
    void to(ObjectNode app) {
        environment(app);
        additions.syslog().ifPresent(syslog -> log(app, syslog));
    }

    private void environment(ObjectNode app) {
        Map<String, String> plain = additions.environment();
        Stream<Map.Entry<String, String>> secrets = additions.secrets().entrySet().stream()
                .map(secret -> Map.entry(secret.getKey(), secret.getValue().reveal()));
        Stream.concat(plain.entrySet().stream(), secrets)
                .filter(variable -> !app.path("env").has(variable.getKey()))
                .forEach(variable -> app.withObject("/env").put(variable.getKey(), variable.getValue()));
    }

    /** Only Docker itself has log drivers; Mesos's own containers are logged by the agent. */
    private static void log(ObjectNode app, Syslog syslog) {
        if (!app.at("/container/type").asText().equals("DOCKER")
                || !(app.at("/container/docker") instanceof ObjectNode docker)
                || logged(docker.path("parameters"))) {
            return;
        }
        String service = app.path("id").asText().replaceFirst("^/", "").replace('/', '.');
        ArrayNode parameters = docker.withArray("/parameters");
        parameter(parameters, "log-driver", "syslog");
        parameter(parameters, "log-opt", "syslog-address=" + syslog.address());
        syslog.facility().ifPresent(name -> parameter(parameters, "log-opt", "syslog-facility=" + name));
        parameter(parameters, "log-opt", "tag=" + syslog.tag().orElse(service + "/{{.ID}}"));
    }

    private static boolean logged(JsonNode parameters) {
        return parameters
                .valueStream()
                .map(parameter -> parameter.path("key").asText())
                .anyMatch(key -> key.equals("log-driver") || key.equals("log-opt"));
    }

    private static void parameter(ArrayNode parameters, String key, String value) {
        parameters.addObject().put("key", key).put("value", value);
    }
}
