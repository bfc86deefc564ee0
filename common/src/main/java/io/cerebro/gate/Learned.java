package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import java.util.Map;

/**
 * What a stage leaves to the next one: how errors clump.
 *
 * @param traffic by the load balancers
 * @param sources by each source's name
 */
public record Learned(Evidence traffic, Map<String, Evidence> sources) {
    public Learned {
        sources = Map.copyOf(sources);
    }

    public static Learned nothing(GateSettings settings) {
        return new Learned(Evidence.none(settings), Map.of());
    }
}
