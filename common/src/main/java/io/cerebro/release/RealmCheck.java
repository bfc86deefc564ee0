package io.cerebro.release;

import io.cerebro.marathon.HttpMarathon;
import io.cerebro.marathon.Info;
import io.cerebro.marathon.Marathon;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.RouterAccess;
import io.cerebro.traffic.Router;

/**
 * Asks the parts of a realm who they are before anything is released there, and changes nothing. What does not answer as it
 * should throws with the sentence that says so.
 */
public final class RealmCheck {
    private RealmCheck() {}

    /** {@code Marathon 1.11.26, leader 10.0.0.7:8080}. */
    public static String marathon(MarathonAccess access) {
        Info info = new HttpMarathon(RealmConnection.remote(access, RealmConnection.whereabouts(access))).info();
        return "Marathon " + info.version()
                + info.leader().map(leader -> ", leader " + leader).orElse(", no leader");
    }

    /** Returns where every load balancer can be read and set. */
    public static void router(RouterAccess access) {
        try (Router router = RealmConnection.router(access, RealmCheck::unasked)) {
            router.check();
        }
    }

    private static Marathon unasked() {
        throw new IllegalStateException("a check of a router asks no Marathon");
    }
}
