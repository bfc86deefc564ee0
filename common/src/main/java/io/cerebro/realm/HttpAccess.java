package io.cerebro.realm;

import io.cerebro.http.Credentials;
import io.cerebro.http.Keys;
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
        try {
            Credentials credentials = login.map(HttpAccess::credentials).orElseGet(Credentials::none);
            return authorities.map(Keys::authorities).map(credentials::trusting).orElse(credentials);
        } catch (IllegalArgumentException e) {
            throw new RealmsException(url + " cannot be asked: " + e.getMessage(), e);
        }
    }

    private static Credentials credentials(Login login) {
        if (login instanceof Login.Certificate certificate) {
            return Credentials.certificate(
                    certificate.store(), certificate.password().reveal());
        }
        if (login instanceof Login.CertificateFile certificate) {
            String password = certificate.password().reveal();
            return Credentials.certificate(Keys.identity(certificate.file(), password), password);
        }
        return login instanceof Login.Password password
                ? Credentials.basic(password.username(), password.password().reveal())
                : Credentials.bearer(((Login.Token) login).token().reveal());
    }
}
