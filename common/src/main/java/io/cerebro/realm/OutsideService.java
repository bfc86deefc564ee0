package io.cerebro.realm;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What apps use and Marathon does not run, such as a database: the router gives it a port.
 *
 * @param port that the router gives it
 * @param servers each a host and a port; empty where they are found in ZooKeeper
 * @param zooKeeper where its servers register by Curator's service discovery: {@code zk://zk1:2181/services/orders-db}
 */
public record OutsideService(int port, Mode mode, List<String> servers, Optional<URI> zooKeeper) {
    private static final Pattern SERVER = Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})):(\\d{1,5})");

    /** What the router sees of its traffic. */
    public enum Mode {
        TCP,
        HTTP
    }

    public OutsideService {
        servers = List.copyOf(servers);
        servers.forEach(OutsideService::requireServer);
        if (servers.isEmpty() == zooKeeper.isEmpty()) {
            throw new IllegalArgumentException("it has either servers, such as [10.0.0.5:5432], or a zookeeper, such as"
                    + " zk://zk1:2181/services/orders-db");
        }
    }

    /** @throws IllegalArgumentException if it is not a host and a port */
    static String requireServer(String text) {
        if (!isServer(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a server: give it as host and port, 10.0.0.5:5432");
        }
        return text;
    }

    /** Whether a text is a host and a port, and nothing that could mean more in a configuration. */
    public static boolean isServer(String text) {
        var server = SERVER.matcher(text);
        return server.matches()
                && Integer.parseInt(server.group(2)) >= 1
                && Integer.parseInt(server.group(2)) <= 65_535;
    }
}
