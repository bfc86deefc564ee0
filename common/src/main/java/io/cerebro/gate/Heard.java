package io.cerebro.gate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a source has said last.
 *
 * @param at when it answered last
 * @param counters by the name of their series; empty until it has answered once
 * @param silent why it has not answered for some time, for people
 */
public record Heard(Instant at, Map<String, Counters> counters, Optional<String> silent) {
    static final Heard NOTHING = new Heard(Instant.MIN, Map.of(), Optional.empty());

    public Heard {
        counters = Map.copyOf(counters);
    }
}
