package io.cerebro.realm;

import io.cerebro.document.Document;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Nearest;
import io.cerebro.document.Section;
import io.cerebro.document.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The realms of a realms.yaml. */
public final class Realms {
    private final String file;
    private final Map<String, Realm> realms;

    private Realms(String file, Map<String, Realm> realms) {
        this.file = file;
        this.realms = Collections.unmodifiableMap(realms);
    }

    /**
     * Reads and checks all realms.
     *
     * @param homes where a realm on this machine has its state, by the realm's name
     * @throws RealmsException that names file, line, column, key, and what is allowed there
     */
    public static Realms read(Path file, Function<String, Path> homes) {
        try {
            return of(file.toString(), Document.read(file), new Surroundings(directory(file), homes, Keyring.none()));
        } catch (DocumentException e) {
            throw new RealmsException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The same of a text, wherever it comes from.
     *
     * @param name for messages, such as {@code realms.yaml}
     * @throws RealmsException that names the text, line, column, key, and what is allowed there
     */
    public static Realms read(String name, String text, Surroundings surroundings) {
        try {
            return of(name, Document.read(name, text), surroundings);
        } catch (DocumentException e) {
            throw new RealmsException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The sources of one realm's gate, as a realms.yaml lists them, alone.
     *
     * @param name for messages
     * @param text a list in YAML
     * @throws RealmsException that names the text, line, column, key, and what is allowed there
     */
    public static List<SourceAccess> sources(String name, String text, String realm, Surroundings surroundings) {
        try {
            if (Document.read(name, text) instanceof Value.Sequence list) {
                return new SourceReader(surroundings.access(realm)).read(list.items());
            }
            throw new RealmsException(name + " must be a list, such as [{prometheus: {...}}]");
        } catch (DocumentException e) {
            throw new RealmsException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * One realm's Chronos, as a realms.yaml has it, alone.
     *
     * @param name for messages
     * @param text an object in YAML
     * @throws RealmsException that names the text, line, column, key, and what is allowed there
     */
    public static ChronosAccess chronos(String name, String text, String realm, Surroundings surroundings) {
        try {
            return surroundings.access(realm).chronos(Document.read(name, text));
        } catch (DocumentException e) {
            throw new RealmsException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The services outside Marathon of one realm, as a realms.yaml has them, alone.
     *
     * @param name for messages
     * @param text an object in YAML
     * @throws RealmsException that names the text, line, column, key, and what is allowed there
     */
    public static Outside outside(String name, String text) {
        try {
            return OutsideReader.read(Document.read(name, text));
        } catch (DocumentException e) {
            throw new RealmsException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What a realms.yaml refers to.
     *
     * @param directory of its relative paths
     * @param homes where a realm on this machine has its state, by the realm's name
     */
    public record Surroundings(Path directory, Function<String, Path> homes, Keyring keyring) {
        AccessReader access(String realm) {
            return new AccessReader(directory, login -> keyring.login(realm, login));
        }
    }

    private static Path directory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? file : directory;
    }

    private static Realms of(String file, Value document, Surroundings surroundings) {
        Section all = Section.of(document, "realms");
        Section named = Section.any(all.value("realms").orElseThrow(() -> all.missing("realms", "{qa: {local: {}}}")));
        Map<String, Realm> realms = new TreeMap<>();
        named.values().forEach((name, value) -> realms.put(name, realm(name, value, surroundings)));
        if (realms.isEmpty()) {
            throw named.place().errorOfKey("has no realm, such as {qa: {local: {}}}");
        }
        requireApart(file, realms.values());
        return new Realms(file, realms);
    }

    private static Realm realm(String name, Value value, Surroundings surroundings) {
        if (!Realm.isName(name)) {
            throw value.place()
                    .errorOfKey(
                            "is not a realm's name: it has up to 32 lower-case letters, digits and '-', such as qa");
        }
        return new RealmReader(name, value, surroundings).read();
    }

    /** Two realms on this machine cannot listen at the same place. */
    private static void requireApart(String file, Collection<Realm> realms) {
        Map<String, String> taken = new HashMap<>();
        for (Realm realm : realms) {
            realm.local().ifPresent(local -> {
                String before = taken.put(local.address(), realm.name());
                if (before != null) {
                    throw new RealmsException(file + ": the local realms " + before + " and " + realm.name()
                            + " both have the address " + local.address()
                            + ": give each its own in local.address, such as 127.0.0.2 and 127.0.0.3");
                }
            });
        }
    }

    /**
     * The realm of this name.
     *
     * @throws RealmsException if there is no such realm
     */
    public Realm get(String name) {
        Realm realm = realms.get(name);
        if (realm == null) {
            throw new RealmsException("there is no realm '" + name + "' in " + file
                    + Nearest.hint(name, realms.keySet()) + " It has: " + String.join(", ", realms.keySet()));
        }
        return realm;
    }

    public List<Realm> all() {
        return new ArrayList<>(realms.values());
    }
}
