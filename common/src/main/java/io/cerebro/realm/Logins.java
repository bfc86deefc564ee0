package io.cerebro.realm;

import io.cerebro.http.Credentials;
import io.cerebro.http.Keys;
import java.nio.file.Path;
import java.util.Optional;

/** Looks the secrets up and makes credentials of them. */
final class Logins {
    private Logins() {}

    /** @throws RealmsException if a secret or a file is missing */
    static Credentials credentials(String who, Optional<Login> login, Optional<Path> authorities) {
        try {
            Credentials credentials = login.map(Logins::credentials).orElseGet(Credentials::none);
            return authorities.map(Keys::authorities).map(credentials::trusting).orElse(credentials);
        } catch (IllegalArgumentException e) {
            throw new RealmsException(who + " cannot be asked: " + e.getMessage(), e);
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
