package io.cerebro.bamboo.realm;

import io.cerebro.document.Document;
import io.cerebro.realm.Keyring;
import io.cerebro.realm.Login;
import io.cerebro.realm.Realms;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The realms as one machine knows them: the file that the variable {@code cerebro.realms} names, else, on the server, what the
 * administration page keeps.
 *
 * @param source for messages
 * @param text of a realms.yaml; empty where there is none
 */
record Finding(String source, String text) {
    static final String VARIABLE = "cerebro.realms";

    static Finding on(Variables variables) {
        return variables
                .global(VARIABLE)
                .map(Path::of)
                .map(Finding::file)
                .orElseGet(() -> RealmsSetting.read()
                        .map(text -> new Finding("Administration, Cerebro", text))
                        .orElse(new Finding("", "")));
    }

    /** The file's content, where this machine has it. */
    static Finding file(Path file) {
        return new Finding(file.toString(), Files.isRegularFile(file) ? Document.text(file) : "");
    }

    boolean found() {
        return !text.isEmpty();
    }

    /**
     * With the credentials of one realm, and no other's.
     *
     * @param realm may still hold a variable, which only the agent knows; then with those of all realms
     */
    Handed handed(String realm) {
        if (!found()) {
            return new Handed(source, "", Map.of(), Map.of());
        }
        Map<String, Login.Password> logins = new TreeMap<>();
        Map<String, String> missing = new TreeMap<>();
        for (String name : names(realm)) {
            try {
                logins.put(name, SharedCredentials.named(name));
            } catch (IllegalArgumentException e) {
                missing.put(name, String.valueOf(e.getMessage()));
            }
        }
        return new Handed(source, text, logins, missing);
    }

    private Set<String> names(String realm) {
        Set<String> names = new TreeSet<>();
        Keyring reader = (owner, name) -> {
            if (owner.equals(realm) || realm.contains("${")) {
                names.add(name);
            }
            return new Login.Password("nobody", Secret.missing("only its name was asked for"));
        };
        try {
            realms(reader);
        } catch (RealmsException e) {
            // the agent reads it again, and says what is wrong in the build's log
        }
        return names;
    }

    Realms realms(Keyring keyring) {
        Path directory = Path.of(source).toAbsolutePath().getParent();
        return Realms.read(
                source,
                text,
                new Realms.Surroundings(directory == null ? Path.of("/") : directory, Finding::home, keyring));
    }

    /** Of a realm on this very machine, where its own command keeps it. */
    private static Path home(String realm) {
        return Path.of(System.getProperty("user.home"), ".cerebro", realm);
    }

    /** Where it comes from alone. */
    @Override
    public String toString() {
        return "realms of " + source;
    }
}
