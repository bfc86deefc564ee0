package io.cerebro.bamboo.release;

import io.cerebro.realm.Realm;
import io.cerebro.release.Plan;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.RealmConnections.Loan;

/** Plans: a few requests that change nothing. */
final class PlanWork {
    private PlanWork() {}

    static boolean tell(Work work) {
        Realm realm = work.realm();
        try (Loan loan = Work.borrow(realm)) {
            RealmConnection connection = loan.connection();
            Plan.of(work.release(realm, connection), connection.world()).lines().forEach(work.log()::say);
        }
        return true;
    }
}
