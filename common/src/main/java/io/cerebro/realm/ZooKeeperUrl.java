package io.cerebro.realm;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code zk://zk1:2181,zk2:2181/marathon}, as Marathon itself is given it. */
final class ZooKeeperUrl {
    static final String SCHEME = "zk";

    private static final int PORT = 2181;
    private static final Pattern SERVER = Pattern.compile("([A-Za-z0-9.-]+)(?::(\\d{1,5}))?");
    private static final Pattern URL = Pattern.compile("zk://([^/]+)((?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9._~-]+)+)/*");

    private ZooKeeperUrl() {}

    /**
     * With the port of each server.
     *
     * @throws IllegalArgumentException if it is none, or holds a password
     */
    static URI of(String text) {
        if (text.contains("@")) {
            throw new IllegalArgumentException(
                    "a zk:// URL holds no user name and password:" + " Cerebro reads what Marathon tells everybody");
        }
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            throw none(text);
        }
        String servers = Arrays.stream(url.group(1).split(",", -1))
                .map(server -> withPort(server, text))
                .collect(Collectors.joining(","));
        return URI.create("zk://" + servers + url.group(2));
    }

    private static String withPort(String server, String text) {
        Matcher parts = SERVER.matcher(server);
        if (!parts.matches()) {
            throw none(text);
        }
        int port = parts.group(2) == null ? PORT : Integer.parseInt(parts.group(2));
        if (port < 1 || port > 65_535) {
            throw none(text);
        }
        return parts.group(1) + ":" + port;
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException(
                "a zk:// URL is like zk://zk1:2181,zk2:2181,zk3/marathon, not '" + text + "'");
    }
}
