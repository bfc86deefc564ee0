package io.cerebro.realm;

import java.nio.file.Path;
import java.security.KeyStore;

/** Who Cerebro is to a Marathon or a registry, and the secret that proves it. */
public sealed interface Login {
    /** For HTTP basic authentication, and for {@code docker login}. */
    record Password(String username, Secret password) implements Login {
        public Password {
            if (username.isBlank() || username.contains(":") || username.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a user name has at least one letter, no colon and no line break, but is '" + username + "'");
            }
        }
    }

    /** For a Marathon that knows tokens. */
    record Token(Secret token) implements Login {}

    /**
     * A client certificate, for a Marathon behind TLS that asks for one.
     *
     * @param store that holds its private key and chain
     * @param password of the private key
     */
    record Certificate(KeyStore store, Secret password) implements Login {}

    /**
     * The same from a PKCS #12 file, which is read only when it is used.
     *
     * @param password of the file and its private key
     */
    record CertificateFile(Path file, Secret password) implements Login {}
}
