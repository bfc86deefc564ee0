package io.cerebro.traffic.marathonlb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The app {@code /orders-canary-share}, whose labels are the rules by which requests get to the canary of {@code /orders}. It
 * does nothing else: its one task sleeps, and is all that a changed share restarts.
 *
 * <p>marathon-lb sorts the rules of all apps by weight and then by id. The rules must come right before the service's own: any
 * earlier, and they would take requests from apps with a longer path of the same host. So they have the service's weight, and
 * by {@code HAPROXY_DEPLOYMENT_GROUP}, which is an id to marathon-lb, one that no app can have, just before the service's.
 *
 * <p>Rules of a service with a login ({@code HAPROXY_0_AUTH}) are the only ones that marathon-lb renders whether or not it was
 * told {@code --haproxy-map}. So these rules have one, which nothing asks for.
 */
final class ShareApp {
    static final String SHARE_OF = "CEREBRO_SHARE_OF";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PLACEMENT = List.of("acceptedResourceRoles", "user", "role");
    private static final List<String> NOTHING = List.of(
            "FRONTEND_HEAD",
            "FRONTEND_BACKEND_GLUE",
            "HTTP_FRONTEND_APPID_ACL",
            "USERLIST_HEAD",
            "BACKEND_HTTP_OPTIONS",
            "BACKEND_SERVER_OPTIONS",
            "HTTP_FRONTEND_ACL_ONLY",
            "HTTP_FRONTEND_ACL_ONLY_WITH_PATH_AND_AUTH",
            "HTTPS_FRONTEND_ACL_ONLY_WITH_PATH");
    /** Which of them is rendered depends on whether there are several host names, and a path. */
    private static final List<String> HTTP = List.of(
            "HTTP_FRONTEND_ACL_WITH_AUTH",
            "HTTP_FRONTEND_ACL_WITH_AUTH_AND_PATH",
            "HTTP_FRONTEND_ROUTING_ONLY_WITH_AUTH",
            "HTTP_FRONTEND_ROUTING_ONLY_WITH_PATH_AND_AUTH");

    private static final List<String> HTTPS =
            List.of("HTTPS_FRONTEND_ACL_WITH_AUTH", "HTTPS_FRONTEND_ACL_WITH_AUTH_AND_PATH");

    private final AppDefinition stable;
    private final String canaryHeader;
    private final Share share;

    private ShareApp(AppDefinition stable, String canaryHeader, Share share) {
        this.stable = stable;
        this.canaryHeader = canaryHeader;
        this.share = share;
    }

    static AppId id(AppId service) {
        return AppId.of(service.canary() + "-share");
    }

    /** Whether it is what we have made, and not an app of somebody else's. */
    static boolean of(AppId service, App app) {
        return app.definition().label(SHARE_OF).equals(Optional.of(service.path()));
    }

    /**
     * @param stable the service as it runs
     * @throws RouterException for a service that nothing can be shared of
     */
    static AppDefinition of(AppDefinition stable, String canaryHeader, Share share) {
        return new ShareApp(stable, canaryHeader, share).definition();
    }

    /** Whether the service can have a canary with a share. */
    static boolean possible(AppDefinition stable) {
        try {
            ports(stable);
            return true;
        } catch (RouterException no) {
            return false;
        }
    }

    /**
     * The service's ports that requests come to by a host name.
     *
     * @throws RouterException where there is none, or rules of its own that are not known here
     */
    static List<Port> ports(AppDefinition stable) {
        List<Port> ports = Port.of(stable).stream().filter(Port::hosted).toList();
        if (ports.isEmpty()) {
            throw new RouterException(stable.id() + " has no label HAPROXY_0_VHOST, so marathon-lb knows it by its port"
                    + " alone, and nothing can be shared there: give it a host name, and deploy it once");
        }
        stable.labels().keySet().stream()
                .filter(label -> label.matches("HAPROXY_\\d+_HTTPS?_FRONTEND_.*"))
                .filter(label -> !label.endsWith("_APPID_ACL"))
                .findFirst()
                .ifPresent(label -> {
                    throw new RouterException(stable.id() + " has rules of its own in its label " + label
                            + ", which Cerebro cannot put a canary's before: use HAPROXY_0_VHOST and HAPROXY_0_PATH");
                });
        ports.forEach(port -> {
            port.hosts();
            port.weight();
        });
        return ports;
    }

    private AppDefinition definition() {
        List<Port> ports = ports(stable);
        ObjectNode app = JSON.createObjectNode()
                .put("id", id(stable.id()).path())
                .put("cmd", "exec sleep 1000000000")
                .put("instances", 1)
                .put("cpus", 0.01)
                .put("mem", 32);
        app.putObject("upgradeStrategy").put("minimumHealthCapacity", 1).put("maximumOverCapacity", 1);
        ports.forEach(port ->
                app.withArray("portDefinitions").addObject().put("port", 0).put("protocol", "tcp"));
        ObjectNode like = stable.json();
        PLACEMENT.stream().filter(like::hasNonNull).forEach(field -> app.set(field, like.get(field)));
        ObjectNode labels = app.putObject("labels");
        labels.put(SHARE_OF, stable.id().path());
        labels.put("HAPROXY_DEPLOYMENT_GROUP", before(stable));
        stable.label("HAPROXY_GROUP").ifPresent(group -> labels.put("HAPROXY_GROUP", group));
        for (int i = 0; i < ports.size(); i++) {
            String prefix = "HAPROXY_" + i + "_";
            String head = i == 0 ? "\nbackend " + told() + "\n" : "";
            labels(ports.get(i), head).forEach((name, value) -> labels.put(prefix + name, value));
        }
        return AppDefinition.of(app);
    }

    /** The greatest id before the service's: no id has a tilde. */
    private static String before(AppDefinition stable) {
        String id = stable.label("HAPROXY_DEPLOYMENT_GROUP")
                .map(group -> group.startsWith("/") ? group : "/" + group)
                .orElse(stable.id().path());
        int last = id.length() - 1;
        return id.substring(0, last) + (char) (id.charAt(last) - 1) + "~";
    }

    /** The name of an empty backend, by which this is read back: {@code share_orders_header_1000}. */
    private String told() {
        return "share_" + stable.id().name() + "_" + (share.byHeader() ? "header" : "plain") + "_"
                + share.basisPoints();
    }

    private Map<String, String> labels(Port port, String head) {
        Map<String, String> labels = new TreeMap<>();
        NOTHING.forEach(name -> labels.put(name, ""));
        labels.put("ENABLED", "true");
        labels.put("VHOST", String.join(",", port.hosts()));
        port.path().ifPresent(path -> labels.put("PATH", path));
        labels.put("BACKEND_WEIGHT", Integer.toString(port.weight()));
        labels.put("AUTH", "cerebro:none:none");
        port.label("GROUP").ifPresent(group -> labels.put("GROUP", group));
        labels.put("BACKEND_HEAD", head);
        String hosts = "{{ hdr(host) -i " + String.join(" ", port.hosts()) + " }}";
        HTTP.forEach(name -> labels.put(name, rules(port, hosts)));
        HTTPS.forEach(name -> labels.put(name, rules(port, "{{ ssl_fc_sni {hostname} }}")));
        return labels;
    }

    /**
     * By header or cookie first, then by the draw, of which a user with the cookie uid always has the same. The backend is looked
     * up for each request, because the canary may be gone before this app is. Braces are doubled for marathon-lb.
     */
    private String rules(Port port, String host) {
        String canary = CanaryLabels.backend(stable, port.index());
        String rule = "  use_backend %[str(" + canary + ")] if " + host
                + port.path().map(path -> " {{ path_beg " + path + " }}").orElse("") + " {{ str(" + canary
                + "),nbsrv gt 0 }}";
        StringBuilder rules = new StringBuilder();
        if (share.byHeader()) {
            String asks = " -m str " + stable.id().name() + " }}\n";
            rules.append(rule).append(" {{ req.hdr(" + canaryHeader + ")").append(asks);
            rules.append(rule)
                    .append(" !{{ req.hdr(" + canaryHeader + ") -m found }} {{ req.cook(canary)")
                    .append(asks);
        }
        if (share.basisPoints() > 0) {
            String drawn = " lt " + share.basisPoints() + " }}\n";
            rules.append(rule)
                    .append(" {{ req.cook(uid) -m found }} {{ req.cook(uid),crc32(1),mod(10000)")
                    .append(drawn);
            rules.append(rule)
                    .append(" !{{ req.cook(uid) -m found }} {{ rand(10000)")
                    .append(drawn);
        }
        return rules.toString();
    }
}
