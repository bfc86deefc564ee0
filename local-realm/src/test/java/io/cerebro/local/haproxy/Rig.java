package io.cerebro.local.haproxy;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.Marathon;
import io.cerebro.traffic.Router;
import java.util.List;

/** A router with real HAProxies behind it, two where they run alike, as {@link RouterAcceptance} drives it. */
interface Rig extends AutoCloseable {
    Router router();

    /** Where clients find /orders, on each load balancer. */
    List<Integer> ports();

    /** What Marathon has: /orders, and its canary where there is an instance of it. */
    void members(List<Instance> stable, List<Instance> canary) throws Exception;

    /** Has it follow this Marathon from now on, if it reads one. */
    default void follow(Marathon marathon) {}

    /** A definition as a service has it that wants to be found by this router. */
    default AppDefinition found(AppDefinition definition) {
        return definition;
    }

    /** Brings another service, and with it a reload. */
    void reload(Instance another) throws Exception;

    @Override
    void close() throws Exception;
}
