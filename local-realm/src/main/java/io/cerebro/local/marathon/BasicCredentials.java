package io.cerebro.local.marathon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What a client must know to be let in. */
public record BasicCredentials(String user, String password) {
    public BasicCredentials {
        if (user.isEmpty() || user.contains(":")) {
            throw new IllegalArgumentException(
                    "'" + user + "' is no user name: it must not be empty and must not contain a colon");
        }
    }

    boolean match(String userAndPassword) {
        return MessageDigest.isEqual(
                (user + ":" + password).getBytes(StandardCharsets.UTF_8),
                userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
