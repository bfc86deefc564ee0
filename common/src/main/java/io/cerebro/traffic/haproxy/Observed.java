package io.cerebro.traffic.haproxy;

import java.util.regex.Pattern;

/**
 * Where one HAProxy of a realm is asked.
 *
 * @param name as the realm calls it, for every message about it
 * @param socket its stats socket: {@code /run/haproxy/admin.sock} or {@code host:port}
 */
public record Observed(String name, String socket) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern TCP = Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})");
    static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/@+-]+");

    public Observed {
        require(NAME, name, "a load balancer's name: letters, digits, dots, hyphens and underscores, such as lb1");
        if (!PATH.matcher(socket).matches()) {
            require(TCP, socket, "a stats socket: give a path such as /run/haproxy/admin.sock, or host:port");
        }
    }

    /** For messages. */
    String named() {
        return "load balancer " + name;
    }

    static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not " + what);
        }
    }
}
