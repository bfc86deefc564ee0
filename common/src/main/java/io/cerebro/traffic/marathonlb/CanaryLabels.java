package io.cerebro.traffic.marathonlb;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.haproxy.Backends;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels of a canary's app, the same from its start to its end: a backend that nothing leads to, and whose requests go to
 * the service itself while no instance of the canary is up.
 */
final class CanaryLabels {
    private static final Pattern HAPROXY = Pattern.compile("HAPROXY_(?:(\\d+)_)?(.+)");

    /** By these requests would come to the canary past any share. */
    private static final Set<String> LEADS_THERE = Set.of(
            "VHOST",
            "PATH",
            "AUTH",
            "PORT",
            "BACKEND_WEIGHT",
            "REDIRECT_TO_HTTPS",
            "SSL_CERT",
            "BIND_ADDR",
            "BIND_OPTIONS",
            "USERLIST_HEAD");

    /** These take the host name, which the canary does not have. */
    private static final List<String> NEEDS_HOST =
            List.of("HTTP_BACKEND_PROXYPASS_PATH", "HTTP_BACKEND_REVPROXY_PATH", "HTTP_BACKEND_REDIR");

    private static final String HEAD = """

            backend {backend}
              balance {balance}
              mode {mode}
            """;
    /**
     * A server that refuses one connection is out until its check passes again. The health check's own options come last, since
     * marathon-lb ends them with the line.
     */
    private static final String SERVER = "  server {serverName} {host_ipv4}:{port} id {serverId}{cookieOptions} check"
            + " fastinter 1s downinter 1s rise 1 observe layer4 error-limit 1 on-error mark-down"
            + "{healthCheckOptions}{otherOptions}\n";
    /** Another instance answers when one cannot be reached; only what is safe to repeat is sent twice. */
    private static final String RETRIES = """
              option redispatch 1
              retries 3
              retry-on conn-failure empty-response
              http-request disable-l7-retry unless METH_GET or {{ method OPTIONS }}
            """;

    private CanaryLabels() {}

    /**
     * The canary with them.
     *
     * @param stable the service as it runs
     */
    static AppDefinition on(AppDefinition canary, AppDefinition stable) {
        AppDefinition routed = canary;
        for (Map.Entry<String, String> label : canary.labels().entrySet()) {
            if (leadsThere(canary, label.getKey())) {
                routed = routed.withoutLabel(label.getKey());
            }
        }
        List<Port> stablePorts = Port.of(stable);
        for (Port port : Port.of(canary)) {
            for (Map.Entry<String, String> label :
                    labels(port, stablePorts, stable).entrySet()) {
                routed = routed.withLabel(label.getKey(), label.getValue());
            }
        }
        return routed;
    }

    private static boolean leadsThere(AppDefinition canary, String label) {
        Matcher matcher = HAPROXY.matcher(label);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(2);
        if (NEEDS_HOST.contains(name)) {
            throw new RouterException(canary.id() + " would have the label " + label
                    + ", which marathon-lb renders for a service with a host name only: a canary of it cannot be had");
        }
        return LEADS_THERE.contains(name)
                || name.startsWith("DEPLOYMENT_")
                || name.startsWith("HTTP_FRONTEND_")
                || name.startsWith("HTTPS_FRONTEND_");
    }

    private static Map<String, String> labels(Port port, List<Port> stablePorts, AppDefinition stable) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(port.key("FRONTEND_HEAD"), "");
        labels.put(port.key("FRONTEND_BACKEND_GLUE"), "");
        labels.put(port.key("HTTP_FRONTEND_APPID_ACL"), "");
        String head = port.label("BACKEND_HEAD").orElse(HEAD).replace("{backend}", backend(stable, port.index()));
        Optional<Port> its = stablePorts.stream()
                .filter(Port::hosted)
                .filter(one -> one.index() == port.index())
                .findFirst();
        if (its.isEmpty()) {
            labels.put(port.key("BACKEND_HEAD"), head);
            return labels;
        }
        labels.put(port.key("MODE"), "http");
        labels.put(port.key("BACKEND_HEAD"), head + RETRIES + standBy(its.get()));
        labels.put(
                port.key("BACKEND_SERVER_OPTIONS"),
                port.label("BACKEND_SERVER_OPTIONS").orElse(SERVER));
        return labels;
    }

    /** The service itself, by its own port of the same load balancer, where that is an ordinary one. */
    private static String standBy(Port stable) {
        boolean ordinary = List.of("SSL_CERT", "BIND_OPTIONS", "BIND_ADDR", "FRONTEND_HEAD").stream()
                .allMatch(name -> stable.label(name).isEmpty());
        return ordinary ? "  server stable 127.0.0.1:" + stable.number() + " backup\n" : "";
    }

    /** {@code be_shop_cart_canary}, as in our own templates; {@code be_shop_cart_canary_1} for another port. */
    static String backend(AppDefinition stable, int index) {
        return Backends.canary(stable.id()) + (index == 0 ? "" : "_" + index);
    }
}
