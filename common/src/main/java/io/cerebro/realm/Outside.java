package io.cerebro.realm;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The services outside Marathon that a realm's apps use.
 *
 * @param host where apps reach the router; empty where there are no services
 * @param services by name
 */
public record Outside(String host, Map<String, OutsideService> services) {
    public static final Outside NONE = new Outside("", Map.of());

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})");

    public Outside {
        services = Collections.unmodifiableMap(new TreeMap<>(services));
        if (!services.isEmpty() && !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("'" + host + "' is not a host, such as router.example.com");
        }
        Map<Integer, String> ports = new HashMap<>();
        services.forEach((name, service) -> {
            String first = ports.putIfAbsent(service.port(), name);
            if (first != null) {
                throw new IllegalArgumentException(
                        first + " and " + name + " have the same port, " + service.port() + ": give each its own");
            }
        });
    }

    /** Whether a service may be called so: up to 63 lower-case letters, digits and '-'. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
