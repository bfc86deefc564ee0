package io.cerebro.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * One event of Marathon's stream. A hint that a look is worth while, never the truth.
 *
 * @param type such as {@code deployment_success}
 * @param apps the apps it is about, as far as its fields name them; empty for the others
 */
public record Event(String type, Set<AppId> apps, JsonNode data) {
    public Event {
        apps = Set.copyOf(apps);
    }
}
