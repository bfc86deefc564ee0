package io.jenkins.plugins.cerebro.realm;

import hudson.init.TermMilestone;
import hudson.init.Terminator;
import io.cerebro.realm.Realm;
import io.cerebro.release.RealmConnections;

/** The connections to all realms, shared by every release and page of this Jenkins. */
public final class Connections {
    private static final RealmConnections ALL = new RealmConnections();

    private Connections() {}

    /** @throws io.cerebro.realm.RealmsException if the realm has no router */
    public static RealmConnections.Loan borrow(Realm realm) {
        return ALL.borrow(realm);
    }

    @Terminator(after = TermMilestone.STARTED)
    public static void close() {
        ALL.close();
    }
}
