package io.cerebro.local.haproxy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The HAProxy of one local realm.
 *
 * @param bindAddress that clients find the services on, an IPv4 address
 * @param directory for its configuration, maps and sockets; two realms never share one
 * @param binary the program, by name or path
 * @param stickyCookie whose value decides for good whether a user is in the canary's share
 * @param header by which a request asks for a canary
 * @param canaryCookie that asks for it where there is no header
 * @param statsPort of the statistics page, on the same address
 */
public record HaproxySettings(
        String realm,
        String bindAddress,
        Path directory,
        String binary,
        String stickyCookie,
        String header,
        String canaryCookie,
        Optional<Integer> statsPort) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9._/@+-]*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** A socket's address holds 107 bytes, and HAProxy adds {@code .<pid>.tmp} while it opens one. */
    private static final int LONGEST_SOCKET = 92;

    public HaproxySettings {
        directory = directory.toAbsolutePath().normalize();
        require(NAME, realm, "a realm's name: letters, digits, dots, hyphens and underscores, such as qa");
        require(IPV4, bindAddress, "an IPv4 address to listen on, such as 127.0.0.1");
        require(
                PLAIN_PATH,
                directory.toString(),
                "a directory for HAProxy: only letters, digits and . _ / @ + - please");
        require(TOKEN, stickyCookie, "a cookie's name: letters, digits, hyphens and underscores");
        require(TOKEN, header, "a header's name: letters, digits, hyphens and underscores");
        require(TOKEN, canaryCookie, "a cookie's name: letters, digits, hyphens and underscores");
        if (statsPort.filter(port -> port < 1 || port > 65_535).isPresent()) {
            throw new IllegalArgumentException("'" + statsPort.get() + "' is not a port: it is from 1 to 65535");
        }
        int length = directory.resolve("master.sock").toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_SOCKET) {
            throw new IllegalArgumentException(
                    "'" + directory + "' is too long for HAProxy's sockets by " + (length - LONGEST_SOCKET)
                            + " characters: choose a shorter directory, such as /tmp/cerebro-" + realm);
        }
    }

    /** With the usual names: cookie {@code uid}, header {@code X-Canary}, cookie {@code canary}; no statistics page. */
    public static HaproxySettings of(String realm, String bindAddress, Path directory) {
        return new HaproxySettings(
                realm, bindAddress, directory, "haproxy", "uid", "X-Canary", "canary", Optional.empty());
    }

    Path adminSocket() {
        return directory.resolve("admin.sock");
    }

    Path masterSocket() {
        return directory.resolve("master.sock");
    }

    Path pidFile() {
        return directory.resolve("haproxy.pid");
    }

    Path maps() {
        return directory.resolve("maps");
    }

    private static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not " + what);
        }
    }
}
