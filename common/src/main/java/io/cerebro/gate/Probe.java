package io.cerebro.gate;

import java.net.URI;
import java.util.Optional;

/** Asks the canary once. */
@FunctionalInterface
public interface Probe {
    /**
     * What is wrong with the answer, or why there is none; empty for a good one. May take as long as a call over the network does;
     * from any thread.
     */
    Optional<String> wrong(URI url, Contest contest);
}
