package io.cerebro.local.haproxy;

import io.cerebro.traffic.Address;
import io.cerebro.traffic.haproxy.LoadBalancerSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renders HAProxy's configuration.
 *
 * <p>Only instances that get traffic now are in it as live: a new process takes every live server for UP until its first
 * check. All others are disabled and brought in at run time. So there is no server state file; and HAProxy 2.6, reading
 * one, gives a server the recorded port but not the recorded address.
 */
final class Configuration {
    private static final Template REALM = Template.named("realm.cfg");
    private static final Template DEFAULTS = Template.named("defaults.cfg");
    private static final Template STATS = Template.named("stats.cfg");
    private static final Template FRONTEND = Template.named("frontend.cfg");
    private static final Template BACKENDS = Template.named("backends.cfg");
    private static final Template TCP = Template.named("tcp.cfg");
    private static final String NOWHERE = "127.0.0.1:1";

    private final HaproxySettings settings;
    private final LoadBalancerSettings maps;

    Configuration(HaproxySettings settings) {
        this.settings = settings;
        this.maps = LoadBalancerSettings.local(settings.realm(), settings.adminSocket(), settings.maps());
    }

    /** With every instance where it is now. */
    String render(Collection<Listing> listings, boolean statsPage) {
        return render(listings, statsPage, true);
    }

    /** With empty slots: what this leaves the same can be changed at run time, all else needs a reload. */
    String skeleton(Collection<Listing> listings, boolean statsPage) {
        return render(listings, statsPage, false);
    }

    private String render(Collection<Listing> listings, boolean statsPage, boolean instances) {
        StringBuilder text = new StringBuilder();
        text.append(REALM.fill(Map.of(
                "realm", settings.realm(), "adminSocket", settings.adminSocket().toString())));
        text.append(DEFAULTS.text());
        if (statsPage) {
            settings.statsPort()
                    .ifPresent(port -> text.append(
                            STATS.fill(Map.of("address", settings.bindAddress(), "port", Integer.toString(port)))));
        }
        listings.stream().sorted(Comparator.comparing(Listing::app)).forEach(listing -> {
            if (listing.tcp()) {
                listing.ports().forEach(port -> text.append(TCP.fill(tcp(listing, port, instances))));
            } else {
                listing.ports().forEach(port -> text.append(FRONTEND.fill(frontend(listing, port))));
                text.append(BACKENDS.fill(backends(listing, instances)));
            }
        });
        return text.toString();
    }

    static String frontendName(Listing listing, int port) {
        return "fe_" + listing.app().name() + "_" + port;
    }

    /** It has one port. */
    private Map<String, String> tcp(Listing listing, int port, boolean instances) {
        return Map.of(
                "app",
                listing.app().path(),
                "frontend",
                frontendName(listing, port),
                "address",
                settings.bindAddress(),
                "port",
                Integer.toString(port),
                "stableBackend",
                listing.stable().backend(),
                "stableServers",
                servers(listing.stable(), instances));
    }

    private static String servers(Pool pool, boolean instances) {
        return lines(pool.slots(), slot -> server(slot.name(), slot, instances) + state(slot, instances));
    }

    private Map<String, String> frontend(Listing listing, int port) {
        return Map.ofEntries(
                Map.entry("app", listing.app().path()),
                Map.entry("name", listing.app().name()),
                Map.entry("frontend", frontendName(listing, port)),
                Map.entry("address", settings.bindAddress()),
                Map.entry("port", Integer.toString(port)),
                Map.entry("stickyCookie", settings.stickyCookie()),
                Map.entry("header", settings.header()),
                Map.entry("canaryCookie", settings.canaryCookie()),
                Map.entry("shareMap", maps.shareMap()),
                Map.entry("headerMap", maps.headerMap()),
                Map.entry("stableBackend", listing.stable().backend()),
                Map.entry("canaryBackend", listing.canary().backend()),
                Map.entry(
                        "canaryUp",
                        lines(
                                listing.canary().slots(),
                                slot -> "acl canary_up srv_is_up("
                                        + listing.canary().backend() + "/" + slot.name() + ")")));
    }

    private static Map<String, String> backends(Listing listing, boolean instances) {
        Pool stable = listing.stable();
        return Map.of(
                "stableBackend",
                stable.backend(),
                "canaryBackend",
                listing.canary().backend(),
                "stableCheck",
                check(listing.healthPath()),
                "canaryCheck",
                check(listing.canaryHealthPath()),
                "stableServers",
                servers(stable, instances),
                "canaryServers",
                servers(listing.canary(), instances),
                "backups",
                lines(
                        stable.slots(),
                        slot -> server(Listing.backup(slot), slot, instances) + " backup no-check track "
                                + stable.backend() + "/" + slot.name()));
    }

    private static String check(Optional<String> healthPath) {
        return healthPath
                .map(path -> "  option httpchk\n  http-check send meth GET uri '" + path
                        + "'\n  http-check expect status 200-399")
                .orElse("  # no HTTP health check: an instance is up when it accepts a connection");
    }

    private static String server(String name, Slot slot, boolean instances) {
        String address = instances ? slot.address().map(Address::toString).orElse(NOWHERE) : NOWHERE;
        return "server " + name + " " + address;
    }

    private static String state(Slot slot, boolean instances) {
        return instances && slot.up() ? "" : " disabled";
    }

    private static String lines(List<Slot> slots, Function<Slot, String> line) {
        return slots.stream().map(slot -> "  " + line.apply(slot)).collect(Collectors.joining("\n"));
    }
}
