package io.cerebro.realm;

/** How Cerebro says who it is. */
public sealed interface Credentials {
    /** HTTP basic authentication, and a registry's login. */
    record Basic(String username, Secret password) implements Credentials {
        public Basic {
            if (username.isBlank() || username.contains(":") || username.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a user name must not be empty and has no colon and no line break, but is '" + username + "'");
            }
        }
    }

    /** {@code Authorization: token=…}, as DC/OS has it. */
    record Token(Secret token) implements Credentials {}
}
