package io.cerebro.zookeeper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.KeeperException;

/**
 * The servers of one service that register by Curator's service discovery: below the service's path there is a node for each,
 * with JSON such as {@code {"name":"orders-db","id":"7f…","address":"10.0.0.5","port":5432,"sslPort":null,"enabled":true}}.
 */
public final class RegisteredServers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ensemble ensemble;
    private final String path;
    private final String shown;
    private final Predicate<String> fit;

    /**
     * @param zooKeeper such as {@code zk://zk1:2181,zk2:2181/services/orders-db}, each server with its port
     * @param fit what is a server: anybody who reaches ZooKeeper may have registered something else
     */
    public RegisteredServers(URI zooKeeper, Predicate<String> fit) {
        this.ensemble = Ensemble.of(zooKeeper.getAuthority());
        this.path = zooKeeper.getPath();
        this.shown = zooKeeper.toString();
        this.fit = fit;
    }

    /**
     * @param servers each as {@code host:port}, sorted, none twice
     * @param odd the ids of registrations that name no server
     */
    public record Found(List<String> servers, List<String> odd) {
        public Found {
            servers = List.copyOf(servers);
            odd = List.copyOf(odd);
        }
    }

    /**
     * Those that are there now and enabled; none where the service has never been registered.
     *
     * @throws io.cerebro.http.Unreachable if no ZooKeeper answers
     */
    public Found find() {
        return ensemble.ask(
                "tried to find servers at " + shown + " but ", "give its servers in the realm instead", this::read);
    }

    private Found read(CuratorFramework client) throws Exception {
        TreeSet<String> servers = new TreeSet<>();
        List<String> odd = new ArrayList<>();
        for (String id : ids(client)) {
            try {
                JsonNode instance = json(client.getData().forPath(path + "/" + id));
                String server = instance.path("address").asText("") + ":" + port(instance);
                if (!fit.test(server)) {
                    odd.add(id.replaceAll("\\p{Cntrl}", "?"));
                } else if (instance.path("enabled").asBoolean(true)) {
                    servers.add(server);
                }
            } catch (KeeperException.NoNodeException left) {
                // since its name was read
            }
        }
        return new Found(List.copyOf(servers), odd);
    }

    private List<String> ids(CuratorFramework client) throws Exception {
        try {
            return client.getChildren().forPath(path);
        } catch (KeeperException.NoNodeException nobodyYet) {
            return List.of();
        }
    }

    /** A server that only speaks TLS has no other port. */
    private static int port(JsonNode instance) {
        return instance.path("port").asInt(instance.path("sslPort").asInt(0));
    }

    private static JsonNode json(byte[] data) {
        try {
            JsonNode json = JSON.readTree(data);
            return json == null ? JSON.missingNode() : json;
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
