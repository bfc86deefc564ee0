package io.cerebro.traffic.haproxy;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one HAProxy of a realm is reached, and where it has the maps that hold the share.
 *
 * @param name as the realm calls it, for every message about it
 * @param socket its stats socket, of level admin: {@code /run/haproxy/admin.sock} or {@code host:port}
 * @param maps the directory of {@code share.map} and {@code header.map}, written as in its configuration
 * @param files that directory as this machine reaches it, so that a changed share outlives a reload; where it cannot be
 *     reached, a reload of this HAProxy falls back to what its files say
 */
public record LoadBalancerSettings(String name, String socket, String maps, Optional<Path> files) {
    public static final String SHARE_FILE = "share.map";
    public static final String HEADER_FILE = "header.map";

    public LoadBalancerSettings {
        new Observed(name, socket);
        Observed.require(
                Observed.PATH,
                maps,
                "a directory of maps: give it as HAProxy's configuration does, such as /etc/haproxy/maps");
    }

    Observed observed() {
        return new Observed(name, socket);
    }

    /** On this machine: the files are where HAProxy has them. */
    public static LoadBalancerSettings local(String name, Path socket, Path maps) {
        return new LoadBalancerSettings(name, socket.toString(), maps.toString(), Optional.of(maps));
    }

    /** The map from a service's name to its canary's share in basis points, as HAProxy knows it. */
    public String shareMap() {
        return maps + "/" + SHARE_FILE;
    }

    /** The map from a header's value to the service whose canary it asks for, as HAProxy knows it. */
    public String headerMap() {
        return maps + "/" + HEADER_FILE;
    }
}
