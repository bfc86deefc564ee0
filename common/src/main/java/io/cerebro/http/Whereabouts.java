package io.cerebro.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a system is: named once, or looked up when that is first needed and again when nobody answers there any more. */
public final class Whereabouts {
    private final Discovery discovery;
    private volatile @Nullable Addresses known;

    private Whereabouts(Discovery discovery, @Nullable Addresses known) {
        this.discovery = discovery;
        this.known = known;
    }

    /** @throws IllegalArgumentException for a URL that is none, or that holds a secret */
    public static Whereabouts at(List<String> urls) {
        return new Whereabouts(() -> urls, Addresses.of(urls));
    }

    public static Whereabouts by(Discovery discovery) {
        return new Whereabouts(discovery, null);
    }

    /** The URL of the first, as far as it is known: this looks nothing up. */
    public Optional<String> first() {
        return known().map(addresses -> addresses.get(0).toString().replaceFirst("/$", ""));
    }

    Optional<Addresses> known() {
        return Optional.ofNullable(known);
    }

    /** @throws Unreachable if they are not known and cannot be found */
    Addresses now() {
        return known().orElseGet(this::look);
    }

    /**
     * Looks up again, unless somebody else has meanwhile. The same as before if it is still there.
     *
     * @throws Unreachable if it cannot be found
     */
    Addresses after(Addresses silent) {
        return known().filter(found -> !found.equals(silent)).orElseGet(this::look);
    }

    /** The same as before also if it cannot be found. */
    Addresses afterOrSame(Addresses silent) {
        try {
            return after(silent);
        } catch (Unreachable nowhere) {
            return silent;
        }
    }

    private Addresses look() {
        Addresses found = Addresses.of(discovery.urls());
        known = found;
        return found;
    }
}
