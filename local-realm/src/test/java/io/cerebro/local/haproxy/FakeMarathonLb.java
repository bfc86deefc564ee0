package io.cerebro.local.haproxy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration that marathon-lb renders from apps and their labels, as far as an app of one service port with at most one
 * host name and no path needs it: which templates take which place in which order, and what is put for each name in braces.
 */
final class FakeMarathonLb {
    private static final Pattern FIELD = Pattern.compile("\\{\\{|}}|\\{(\\w+)}");

    private final String head;

    /** @param head of the configuration, down to the frontend of all host names */
    FakeMarathonLb(String head) {
        this.head = head;
    }

    /** An app, with what marathon-lb takes for its id and its rules' place. */
    private record Ruled(App app, String id, int weight, int port) {
        static Ruled of(App app) {
            String group = app.definition().label("HAPROXY_DEPLOYMENT_GROUP").orElse("");
            return new Ruled(
                    app,
                    group.isEmpty() ? app.id().path() : group,
                    app.definition()
                            .label("HAPROXY_0_BACKEND_WEIGHT")
                            .map(Integer::valueOf)
                            .orElse(0),
                    app.definition().json().at("/portDefinitions/0/port").asInt());
        }

        AppDefinition definition() {
            return app.definition();
        }

        Optional<String> label(String name) {
            return definition().label("HAPROXY_0_" + name);
        }

        String template(String name, String usual) {
            return label(name).orElse(usual);
        }

        boolean http() {
            return label("VHOST").isPresent() || label("MODE").equals(Optional.of("http"));
        }

        String backend() {
            return id.substring(1).replace('/', '_') + "_" + port;
        }
    }

    String render(List<App> apps) {
        List<Ruled> ruled = apps.stream()
                .filter(app -> app.definition().label("HAPROXY_GROUP").equals(Optional.of("external")))
                .filter(app -> app.tasks().stream().anyMatch(FakeMarathonLb::serves))
                .map(Ruled::of)
                .sorted(Comparator.comparing(Ruled::id))
                .toList();
        StringBuilder configuration = new StringBuilder(head);
        ruled.stream()
                .filter(app -> app.label("VHOST").isPresent())
                .sorted(Comparator.comparing(Ruled::weight).reversed())
                .forEach(app -> configuration.append(rules(app)));
        ruled.forEach(app -> configuration.append(frontend(app)));
        ruled.forEach(app -> configuration.append(backend(app)));
        return configuration.toString();
    }

    private static boolean serves(Task task) {
        return task.state().equals("TASK_RUNNING") && task.health().stream().allMatch(Task.Health::alive);
    }

    private static String rules(Ruled app) {
        String template = app.label("AUTH").isPresent() ? "HTTP_FRONTEND_ACL_WITH_AUTH" : "HTTP_FRONTEND_ACL";
        return filled(
                app.template(template, "  use_backend {backend} if {{ hdr(host) -i {hostname} }}\n"),
                Map.of("backend", app.backend(), "hostname", app.label("VHOST").orElseThrow()));
    }

    private static String frontend(Ruled app) {
        String frontend = filled(
                app.template("FRONTEND_HEAD", "frontend {backend}\n  bind 127.0.0.1:{servicePort}\n  mode {mode}\n"),
                Map.of("backend", app.backend(), "servicePort", "" + app.port(), "mode", mode(app)));
        return frontend
                + filled(
                        app.template("FRONTEND_BACKEND_GLUE", "  use_backend {backend}\n"),
                        Map.of("backend", app.backend()));
    }

    private static String mode(Ruled app) {
        return app.http() ? "http" : "tcp";
    }

    private static String backend(Ruled app) {
        StringBuilder backend = new StringBuilder(filled(
                app.template("BACKEND_HEAD", "\nbackend {backend}\n  balance {balance}\n  mode {mode}\n"),
                Map.of("backend", app.backend(), "balance", "roundrobin", "mode", mode(app))));
        backend.append(app.http() ? app.template("BACKEND_HTTP_OPTIONS", "  option forwardfor\n") : "");
        JsonNode check = app.definition().json().path("healthChecks").path(0);
        if (check.isObject()) {
            backend.append("  option httpchk GET ")
                    .append(check.path("path").asText())
                    .append('\n');
        }
        app.app().tasks().stream()
                .filter(FakeMarathonLb::serves)
                .sorted(Comparator.comparing(task -> task.ports().get(0)))
                .forEach(task -> backend.append(server(app, task, check.isObject())));
        return backend.toString();
    }

    private static String server(Ruled app, Task task, boolean checked) {
        int port = task.ports().get(0);
        return filled(
                app.template(
                        "BACKEND_SERVER_OPTIONS",
                        "  server {serverName} {host_ipv4}:{port} id {serverId}{cookieOptions}{healthCheckOptions}"
                                + "{otherOptions}\n"),
                Map.of(
                        "serverName",
                        task.host().replace('.', '_') + "_" + port,
                        "host_ipv4",
                        task.host(),
                        "port",
                        "" + port,
                        "serverId",
                        "" + port,
                        "cookieOptions",
                        "",
                        "healthCheckOptions",
                        checked ? "  check inter 1s fall 2\n" : "",
                        "otherOptions",
                        ""));
    }

    /** As Python's {@code str.format} does: a name that is not there is an error. */
    private static String filled(String template, Map<String, String> values) {
        Matcher matcher = FIELD.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String field = matcher.group(1);
            if (field != null && !values.containsKey(field)) {
                throw new IllegalArgumentException("KeyError: '" + field + "' in " + template);
            }
            String put = field == null ? matcher.group().substring(1) : values.get(field);
            matcher.appendReplacement(text, Matcher.quoteReplacement(put));
        }
        matcher.appendTail(text);
        return text.toString();
    }
}
