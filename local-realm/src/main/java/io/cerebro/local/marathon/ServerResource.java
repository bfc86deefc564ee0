package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;

/** What the server says about itself: {@code /ping}, {@code /v2/info}, {@code /v2/leader} and the like. */
final class ServerResource implements Resource {
    private static final Set<String> PATHS =
            Set.of("/ping", "/v2/info", "/v2/leader", "/v2/pods", "/v2/plugins", "/metrics", "");
    private final Core core;

    ServerResource(Core core) {
        this.core = core;
    }

    @Override
    public Reply answer(Call call) {
        String path = call.path().replaceFirst("/$", "");
        if (path.equals("/v2/leader") && call.method().equals("DELETE")) {
            return Reply.ok(Json.object().put("message", "Leadership abdicated"));
        }
        if (!call.method().equals("GET") && PATHS.contains(path)) {
            throw METHOD_NOT_ALLOWED;
        }
        return switch (path) {
            case "/ping" -> ping(call);
            case "/v2/info" -> Reply.ok(info(call.authority()));
            case "/v2/leader" -> Reply.ok(Json.object().put("leader", call.authority()));
            case "/v2/pods" -> Reply.ok(Json.array());
            case "/v2/plugins" -> Reply.ok(empty("plugins"));
            case "/metrics" -> Reply.ok(core.turns.look(this::metrics));
            case "" -> Reply.empty(302).with("Location", "http://" + call.authority() + "/ui/");
            default -> throw Refusal.of(500, "URI not found");
        };
    }

    private static Reply ping(Call call) {
        return call.header(HttpHeader.ACCEPT).orElse("").contains("application/json")
                ? Reply.ok(Json.object().textNode("pong"))
                : Reply.text("pong");
    }

    private static ObjectNode empty(String list) {
        ObjectNode body = Json.object();
        body.putArray(list);
        return body;
    }

    private ObjectNode metrics() {
        ObjectNode metrics = Json.object().put("version", "4.0.0");
        ObjectNode gauges = metrics.putObject("gauges");
        gauges.putObject("marathon.apps.active.gauge")
                .put("value", core.books.apps().all().size());
        gauges.putObject("marathon.deployments.active.gauge")
                .put("value", core.deployments.all().size());
        gauges.putObject("marathon.instances.running.gauge")
                .put(
                        "value",
                        core.books.instances().all().stream()
                                .filter(Instance::running)
                                .count());
        metrics.putObject("counters");
        metrics.putObject("histograms");
        metrics.putObject("meters");
        metrics.putObject("timers");
        return metrics;
    }

    /** Marathon lists its whole configuration here; this server has only what the list has a word for. */
    private ObjectNode info(String authority) {
        String host = core.host.address();
        int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
        ObjectNode info = Json.object()
                .put("name", "marathon")
                .put("version", "1.11.26")
                .put("buildref", "cerebro-local-realm")
                .put("elected", true)
                .put("leader", authority)
                .put("frameworkId", Sandbox.frameworkId(core.host.agentId()));
        info.putObject("marathon_config")
                .put("checkpoint", true)
                .put("framework_name", "marathon")
                .put("ha", false)
                .put("hostname", host)
                .put("local_port_min", 10_000)
                .put("local_port_max", 20_000)
                .put("mesos_role", "*")
                .put("maintenance_mode", true)
                .putArray("features");
        info.putObject("zookeeper_config");
        info.putObject("http_config").put("http_port", port).putNull("https_port");
        return info;
    }
}
