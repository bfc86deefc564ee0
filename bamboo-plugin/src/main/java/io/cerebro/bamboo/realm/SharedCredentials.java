package io.cerebro.bamboo.realm;

import com.atlassian.bamboo.credentials.CredentialsAccessor;
import com.atlassian.bamboo.credentials.CredentialsData;
import com.atlassian.bamboo.crypto.instance.SecretEncryptionService;
import io.cerebro.realm.Login;
import io.cerebro.realm.Secret;
import java.util.Map;
import java.util.Optional;

/** Bamboo's shared credentials. On the server alone. */
final class SharedCredentials {
    private SharedCredentials() {}

    /** @throws IllegalArgumentException that says what is missing and where to add it */
    static Login.Password named(String name) {
        CredentialsAccessor accessor = Server.service(CredentialsAccessor.class)
                .orElseThrow(() -> new IllegalArgumentException("the shared credentials '" + name
                        + "' cannot be looked up: this Bamboo gives plugins no access to them; give username, and"
                        + " password: {env: …} or {file: …} of the agent, instead"));
        CredentialsData found = Optional.ofNullable(accessor.getCredentialsByName(name))
                .orElseThrow(() -> new IllegalArgumentException("there are no shared credentials '" + name
                        + "': add them at Administration, Shared credentials, as username and password"));
        Map<String, String> configuration = found.getConfiguration();
        String username = Optional.ofNullable(configuration.get("username")).orElse("");
        String password = Optional.ofNullable(configuration.get("password"))
                .map(SharedCredentials::decrypted)
                .orElse("");
        if (username.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException(
                    "the shared credentials '" + name + "' must be a username and a password, both given");
        }
        return new Login.Password(username, Secret.of(password));
    }

    /** What Bamboo keeps encrypted comes in clear or not, by its version. */
    private static String decrypted(String password) {
        return Server.service(SecretEncryptionService.class)
                .map(service -> service.decryptIfDecryptable(password))
                .orElse(password);
    }
}
