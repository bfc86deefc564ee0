package io.cerebro.gate;

import java.time.Duration;
import java.util.Map;

/** One more place that counts what stable and canary answer, beside the load balancers: a monitoring system. */
public interface Source extends AutoCloseable {
    /** As people know it, without a secret: {@code Prometheus at http://prometheus:9090}. */
    String name();

    /** How often it is worth asking. */
    Duration every();

    /**
     * What it has counted until now, by the name of each of its series. Totals: each only grows, or starts again. A series may be
     * of one of the two apps only. May take as long as a call over the network does; from any thread.
     *
     * @throws io.cerebro.http.Unreachable if it does not answer
     * @throws SourceException if its answer cannot be used
     */
    Map<String, Counters> look(Contest contest);

    /** The same while there is no canary, of whom some cannot be asked. Throws as {@link #look} does. */
    default Map<String, Counters> stable(Contest contest) {
        return look(contest);
    }

    @Override
    default void close() {}
}
