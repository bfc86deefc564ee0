package io.cerebro.bamboo.realm;

import io.cerebro.realm.RealmsException;
import java.util.Optional;

/** The realms as an administrator writes them. For the administration page, which is a plugin of its own and is given texts alone. */
public final class RealmsText {
    private static final String SOURCE = "Administration, Cerebro";

    private RealmsText() {}

    /** What is kept; blank where nothing is. */
    public static String read() {
        return RealmsSetting.read().orElse("");
    }

    /** Why the tasks could not work with it, in their own words; empty if they can. */
    public static Optional<String> problem(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            new Finding(SOURCE, text).realms((realm, credentials) -> SharedCredentials.named(credentials));
            return Optional.empty();
        } catch (RealmsException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Keeps it; a blank text takes it away.
     *
     * @throws IllegalArgumentException if the tasks could not work with it
     */
    public static void write(String text) {
        problem(text).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        RealmsSetting.write(text);
    }
}
