package io.cerebro.traffic;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether requests can still get to a canary. While they can, its instances must not be killed.
 *
 * @param on whether a load balancer that answers has a share for it
 * @param open the load balancers that route requests there, or may do so unseen: {@code lb1, which has 10 % of the traffic}
 * @param sessions under way on its servers
 */
public record Reach(boolean on, List<String> open, int sessions) {
    /** Of a load balancer that does not run, or does not know the canary. */
    public static final Reach NONE = new Reach(false, List.of(), 0);

    public Reach {
        open = List.copyOf(open);
    }

    /** Of a load balancer of which nothing better is known. */
    public static Reach unknown(String balancerAndWhy) {
        return new Reach(false, List.of(balancerAndWhy), 0);
    }

    /** By the one or the other. */
    public Reach plus(Reach other) {
        return new Reach(
                on || other.on,
                Stream.concat(open.stream(), other.open.stream()).toList(),
                sessions + other.sessions);
    }

    /** By no load balancer, as far as can be told. */
    public boolean closed() {
        return open.isEmpty();
    }
}
