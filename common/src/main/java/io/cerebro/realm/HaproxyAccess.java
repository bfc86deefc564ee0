package io.cerebro.realm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * HAProxy itself, every one of the realm.
 *
 * @param canaryHeader by which a request asks for a canary
 */
public record HaproxyAccess(String canaryHeader, List<Balancer> loadBalancers) implements RouterAccess {
    public static final String CANARY_HEADER = "X-Canary";
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public HaproxyAccess {
        loadBalancers = List.copyOf(loadBalancers);
        requireHeader(canaryHeader);
        requireAny(loadBalancers);
    }

    static void requireHeader(String canaryHeader) {
        if (!HEADER.matcher(canaryHeader).matches()) {
            throw new IllegalArgumentException(
                    "a header's name has letters, digits and '-', unlike '" + canaryHeader + "'");
        }
    }

    static void requireAny(List<?> loadBalancers) {
        if (loadBalancers.isEmpty()) {
            throw new IllegalArgumentException("a router needs at least one load balancer");
        }
    }

    static void requireReachable(String name, String socket) {
        Balancer.require(Balancer.NAME.matcher(name).matches(), name, "a load balancer's name, such as lb1");
        Balancer.require(
                Balancer.PATH.matcher(socket).matches()
                        || Balancer.HOST_AND_PORT.matcher(socket).matches(),
                socket,
                "a stats socket, such as /run/haproxy/admin.sock or 10.0.0.7:9999");
    }

    /**
     * One HAProxy.
     *
     * @param socket its stats socket: a path, or host and port
     * @param maps the directory of its maps, as its own configuration names it
     * @param mapFiles the same directory as this machine sees it, so that a share outlives a restart; empty where it does not
     */
    public record Balancer(String name, String socket, String maps, Optional<Path> mapFiles) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
        private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/@+-]+");
        private static final Pattern HOST_AND_PORT =
                Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");

        public Balancer {
            requireReachable(name, socket);
            require(PATH.matcher(maps).matches(), maps, "an absolute path of a directory, such as /etc/haproxy/maps");
        }

        private static void require(boolean fine, String value, String what) {
            if (!fine) {
                throw new IllegalArgumentException("'" + value + "' is not " + what);
            }
        }
    }

    /** That of a realm on this machine: {@code admin.sock} and {@code maps} in its directory. */
    static HaproxyAccess local(Path directory) {
        Path maps = directory.resolve("maps");
        return new HaproxyAccess(
                CANARY_HEADER,
                List.of(new Balancer(
                        "haproxy", directory.resolve("admin.sock").toString(), maps.toString(), Optional.of(maps))));
    }
}
