package io.cerebro.release;

import io.cerebro.http.Whereabouts;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Realm;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The connections of a JVM: one for each realm and credentials, shared by all who borrow it, and closed when the last one has
 * given it back. Where their Marathons are is remembered beyond that.
 */
public final class RealmConnections implements AutoCloseable {
    private static final class Shared {
        private final RealmConnection connection;
        private int borrowers;

        private Shared(RealmConnection connection) {
            this.connection = connection;
        }
    }

    private final Map<Realm, Shared> all = new HashMap<>();
    private final Map<List<URI>, Whereabouts> marathons = new HashMap<>();

    /** A connection on loan. */
    public interface Loan extends AutoCloseable {
        RealmConnection connection();

        /** Gives it back; the second time nothing happens. */
        @Override
        void close();
    }

    /** @throws io.cerebro.realm.RealmsException if a secret is missing, or the realm has no router */
    public synchronized Loan borrow(Realm realm) {
        Shared shared = all.computeIfAbsent(realm, absent -> new Shared(open(absent)));
        shared.borrowers++;
        return new Loan() {
            private boolean returned;

            @Override
            public RealmConnection connection() {
                return shared.connection;
            }

            @Override
            public void close() {
                synchronized (RealmConnections.this) {
                    if (!returned) {
                        returned = true;
                        giveBack(realm, shared);
                    }
                }
            }
        };
    }

    private RealmConnection open(Realm realm) {
        MarathonAccess access = realm.marathon();
        return RealmConnection.open(
                realm, marathons.computeIfAbsent(access.urls(), urls -> RealmConnection.whereabouts(access)));
    }

    private void giveBack(Realm realm, Shared shared) {
        shared.borrowers--;
        if (shared.borrowers == 0 && all.remove(realm, shared)) {
            shared.connection.close();
        }
    }

    /** Closes them all, whoever has borrowed them. */
    @Override
    public synchronized void close() {
        all.values().forEach(shared -> shared.connection.close());
        all.clear();
    }

    /** How many there are. */
    public synchronized int size() {
        return all.size();
    }
}
