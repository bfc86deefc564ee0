package io.cerebro.realm;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a realm's decisions are written down.
 *
 * @param file that a line of JSON is added to for each decision
 * @param syslog that is sent the same lines
 */
public record AuditSettings(Optional<Path> file, Optional<Syslog> syslog) {
    /** Nowhere. */
    public static final AuditSettings NONE = new AuditSettings(Optional.empty(), Optional.empty());

    /** How lines travel to a syslog server. */
    public enum Transport {
        /** One datagram each (RFC 5426). */
        UDP,
        /** One after the other, each with its length before it (RFC 6587). */
        TCP,
        /** The same within TLS, the server's name checked (RFC 5425). */
        TLS;

        /** What it listens on if nobody said otherwise. */
        public int port() {
            return this == TLS ? 6514 : 514;
        }
    }

    /** What a syslog server sorts them by. */
    public enum Facility {
        USER,
        DAEMON,
        LOCAL0,
        LOCAL1,
        LOCAL2,
        LOCAL3,
        LOCAL4,
        LOCAL5,
        LOCAL6,
        LOCAL7
    }

    /**
     * A syslog server that knows RFC 5424.
     *
     * @param ca the authorities that its certificate is checked by, as PEM; empty for those of the JVM
     */
    public record Syslog(String host, int port, Transport transport, Facility facility, Optional<Path> ca) {
        public Syslog {
            requireHost(host);
            if (ca.isPresent() && transport != Transport.TLS) {
                throw new IllegalArgumentException("ca is for transport tls");
            }
        }

        /** @throws IllegalArgumentException unless it is a name or an address */
        public static void requireHost(String host) {
            if (!host.matches("[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}")) {
                throw new IllegalArgumentException(
                        "host must be a name or an address, such as syslog.example.com, but is '" + host + "'");
            }
        }
    }
}
