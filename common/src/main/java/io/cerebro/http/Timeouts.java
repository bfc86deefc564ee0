package io.cerebro.http;

import java.time.Duration;

/**
 * How long to wait for another system.
 *
 * @param connect for the connection
 * @param read for the next bytes of an answer
 * @param call for the whole of it
 */
public record Timeouts(Duration connect, Duration read, Duration call) {
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));

    public Timeouts {
        check("connect", connect);
        check("read", read);
        check("call", call);
    }

    private static void check(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the " + name + " timeout must be longer than nothing, not " + timeout);
        }
    }
}
