package io.cerebro.release;

import io.cerebro.http.Credentials;
import io.cerebro.http.Keys;
import io.cerebro.realm.Login;
import java.nio.file.Path;
import java.util.Optional;

/** From a realm's words for a login to what is sent. */
public final class Logins {
    private Logins() {}

    /**
     * @param authorities a PEM file of those that are trusted
     * @throws io.cerebro.realm.RealmsException if a secret is missing
     * @throws IllegalArgumentException if a file is not what it should be
     */
    public static Credentials credentials(Optional<Login> login, Optional<Path> authorities) {
        Credentials credentials = login.map(Logins::credentials).orElseGet(Credentials::none);
        return authorities.map(Keys::authorities).map(credentials::trusting).orElse(credentials);
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
