package io.cerebro.traffic;

import io.cerebro.marathon.AppId;

/**
 * What turns apps into HAProxy traffic in a realm. Membership (which instances are servers) is the realm's own; Cerebro sets
 * the share and reads it back.
 *
 * <p>The first two methods throw {@link io.cerebro.http.Unreachable} naming the load balancer that did not answer, and
 * {@link RouterException} when one answers that it cannot do what is asked. Both are safe to repeat.
 */
public interface Router extends AutoCloseable {
    /**
     * Sets the share on every load balancer, so that a restart or reload of one keeps it. Goes on to the others when one
     * fails, and then throws: turning traffic off must reach every one that can be reached. What it did is known only from
     * {@link #look}.
     */
    void set(AppId service, Share share);

    /** Reads every load balancer. */
    RouterView look(AppId service);

    /** Whether requests can still get to the service's canary. Throws nothing: a load balancer that is silent is a part of it. */
    Reach reach(AppId service);

    /** Whether a daemon renders shares and members alike, so that a share that is read back shows that members are followed as well. */
    default boolean rendered() {
        return false;
    }

    /** Asks every load balancer whether shares can be read and set there, and changes nothing; throws like {@link #look}. */
    default void check() {}

    @Override
    default void close() {}
}
