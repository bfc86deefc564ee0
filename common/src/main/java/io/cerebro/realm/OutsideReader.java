package io.cerebro.realm;

import io.cerebro.document.Section;
import io.cerebro.document.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads which services a realm's apps use that Marathon does not run. */
final class OutsideReader {
    private static final String[] KEYS = {"host", "services"};
    private static final String EXAMPLE = "{orders-db: {port: 15432, servers: [10.0.0.5:5432]}}";

    private OutsideReader() {}

    static Outside read(Section realm, Optional<LocalRealmSettings> local) {
        return realm.has("outside") ? of(realm.section("outside", KEYS), local) : Outside.NONE;
    }

    /** What stands at {@code outside} in a realm. */
    static Outside read(Value value) {
        return of(Section.of(value, KEYS), Optional.empty());
    }

    private static Outside of(Section outside, Optional<LocalRealmSettings> local) {
        String host = outside.text("host")
                .or(() -> local.map(LocalRealmSettings::address))
                .orElseThrow(() -> outside.missing("host", "router.example.com"));
        Section named =
                outside.value("services").map(Section::any).orElseThrow(() -> outside.missing("services", EXAMPLE));
        Map<String, OutsideService> services = new TreeMap<>();
        named.values().forEach((name, value) -> services.put(requireName(name, value), service(value)));
        return outside.checked(() -> new Outside(host, services));
    }

    private static String requireName(String name, Value value) {
        if (!Outside.isName(name)) {
            throw value.place()
                    .errorOfKey(
                            "is not a service's name: it has lower-case letters, digits and '-', such as orders-db");
        }
        return name;
    }

    private static OutsideService service(Value value) {
        Section service = Section.of(value, "port", "mode", "servers", "zookeeper");
        int port = service.integer("port", 1, 65_535).orElseThrow(() -> service.missing("port", "15432"));
        List<String> servers = service.list("servers").orElse(List.of()).stream()
                .map(server -> Section.made(server, () -> OutsideService.requireServer(Section.text(server))))
                .toList();
        return service.checked(() -> new OutsideService(
                port,
                service.choice("mode", OutsideService.Mode.class).orElse(OutsideService.Mode.TCP),
                servers,
                service.made("zookeeper", ZooKeeperUrl::of)));
    }
}
