package io.cerebro.realm;

import io.cerebro.http.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a realm's Chronos is reached.
 *
 * @param urls of every Chronos of the realm, leader or not
 * @param authorities a PEM file of those that have signed its certificates; empty for those that the JVM knows
 */
public record ChronosAccess(List<URI> urls, Optional<Login> login, Optional<Path> authorities) {
    /** Where a Chronos of a realm on this machine listens if nobody said otherwise. */
    public static final int PORT = 4400;

    public ChronosAccess {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("chronos needs the URL of at least one Chronos");
        }
    }

    /**
     * Who Cerebro is there.
     *
     * @throws RealmsException if a secret or a file is missing
     */
    public Credentials credentials() {
        return Logins.credentials("the realm's Chronos", login, authorities);
    }
}
