package io.cerebro.realm;

/** The logins that a build server keeps, for a realms.yaml that names them by {@code credentials}. */
@FunctionalInterface
public interface Keyring {
    /**
     * The login of this name, for this realm.
     *
     * @throws IllegalArgumentException that says what is missing and where to add it
     */
    Login login(String realm, String name);

    /** Where no build server is, and so no login. */
    static Keyring none() {
        return (realm, name) -> {
            throw new IllegalArgumentException(
                    "credentials are what a build server keeps: give username and password here");
        };
    }
}
