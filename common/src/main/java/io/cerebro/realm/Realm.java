package io.cerebro.realm;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One environment.
 *
 * @param registry where its images are; empty where nothing is built for it
 * @param router empty where there is none, and so no canary
 * @param variables for the app definitions
 * @param local for a realm on this machine
 */
public record Realm(
        String name,
        MarathonAccess marathon,
        Optional<Registry> registry,
        Optional<RouterAccess> router,
        Limits limits,
        Map<String, String> variables,
        Stages stages,
        CanarySettings canary,
        Timeouts timeouts,
        GateSettings gate,
        Optional<LocalRealmSettings> local) {
    public Realm {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }
}
