package io.cerebro.definition;

import io.cerebro.document.DocumentException;
import io.cerebro.document.Nearest;
import io.cerebro.document.Place;
import io.cerebro.http.Unreachable;
import io.cerebro.realm.Outside;
import io.cerebro.realm.OutsideService;
import io.cerebro.realm.Realm;
import io.cerebro.zookeeper.RegisteredServers;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code ${outside.orders-db}}, and its {@code .host} and {@code .port}, stand for: where the router gives it to apps. */
final class OutsideValues {
    private static final String PREFIX = "outside.";
    private static final Pattern NAME = Pattern.compile("outside\\.([a-z0-9-]+)(?:\\.(host|port))?");

    private final String realm;
    private final Outside outside;
    /** Looked up already: a definition may refer to one by its host and by its port. */
    private final Set<String> served = new HashSet<>();

    private OutsideValues(String realm, Outside outside) {
        this.realm = realm;
        this.outside = outside;
    }

    /** For one definition. */
    static OutsideValues of(Realm realm) {
        return new OutsideValues(realm.name(), realm.additions().outside());
    }

    static boolean meant(String reference) {
        return reference.startsWith(PREFIX);
    }

    /** @throws DocumentException if the realm has no such service, or nobody serves it now */
    String value(String reference, Place place) {
        Matcher parts = NAME.matcher(reference);
        if (!parts.matches()) {
            throw place.errorOfKey("has ${" + reference + "}: write ${outside.NAME}, ${outside.NAME.host} or"
                    + " ${outside.NAME.port}");
        }
        String name = parts.group(1);
        OutsideService service = outside.services().get(name);
        if (service == null) {
            throw place.errorOfKey("needs the service " + name + " outside Marathon, which the realm " + realm
                    + " does not know" + Nearest.hint(name, outside.services().keySet())
                    + " Add it under outside.services in realms.yaml");
        }
        if (!served.contains(name)) {
            service.zooKeeper().ifPresent(where -> requireServed(name, where, place));
            served.add(name);
        }
        return Optional.ofNullable(parts.group(2))
                .map(part -> part.equals("host") ? outside.host() : Integer.toString(service.port()))
                .orElse(outside.host() + ":" + service.port());
    }

    private static void requireServed(String name, URI where, Place place) {
        try {
            RegisteredServers.Found found = new RegisteredServers(where, OutsideService::isServer).find();
            if (found.servers().isEmpty()) {
                throw place.errorOfKey("needs the service " + name
                        + " outside Marathon, of which no server is registered at "
                        + where + (found.odd().isEmpty() ? "" : " (" + String.join(", ", found.odd()) + " is none)")
                        + ": start one, or correct its zookeeper in realms.yaml");
            }
        } catch (Unreachable e) {
            throw place.errorOfKey("needs the service " + name + " outside Marathon: " + e.getMessage());
        }
    }
}
