package io.cerebro.local.haproxy;

import io.cerebro.traffic.Router;
import java.util.List;

/** A router with real HAProxies behind it, two where they run alike, as {@link RouterAcceptance} drives it. */
interface Rig extends AutoCloseable {
    Router router();

    /** Where clients find /orders, on each load balancer. */
    List<Integer> ports();

    /** What Marathon has: /orders, and its canary where there is an instance of it. */
    void members(List<Instance> stable, List<Instance> canary) throws Exception;

    /** Brings another service, and with it a reload. */
    void reload(Instance another) throws Exception;

    @Override
    void close() throws Exception;
}
