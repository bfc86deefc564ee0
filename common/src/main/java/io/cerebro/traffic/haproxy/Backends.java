package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;

/** The names that every template of ours gives to a service's two backends. */
public final class Backends {
    private Backends() {}

    /** Its own instances: {@code be_shop_cart}. */
    public static String stable(AppId service) {
        return "be_" + service.name();
    }

    /** Its canary's instances, with its own as backups: {@code be_shop_cart_canary}. */
    public static String canary(AppId service) {
        return stable(service) + "_canary";
    }
}
