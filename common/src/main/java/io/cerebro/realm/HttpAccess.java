package io.cerebro.realm;

import io.cerebro.http.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a system is reached over HTTP.
 *
 * @param url with a path or none, and without query, user name and password
 * @param authorities a PEM file of those that have signed its certificate; empty for those that the JVM knows
 */
public record HttpAccess(URI url, Optional<Login> login, Optional<Path> authorities) {
    /**
     * Who Cerebro is there.
     *
     * @throws RealmsException if a secret or a file is missing
     */
    public Credentials credentials() {
        return Logins.credentials(url.toString(), login, authorities);
    }
}
