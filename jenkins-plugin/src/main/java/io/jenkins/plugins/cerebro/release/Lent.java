package io.jenkins.plugins.cerebro.release;

import hudson.model.Run;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Events;
import io.cerebro.realm.Realm;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.RealmConnections.Loan;
import io.cerebro.release.Settings;
import io.cerebro.release.World;
import io.cerebro.report.Links;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import io.jenkins.plugins.cerebro.realm.Connections;

/** A realm, on loan to one release. */
interface Lent {
    Realm realm();

    World world();

    Events events();

    /** The realm's defaults. */
    Settings settings();

    /** To the service's page in Marathon, where that is known. */
    Links links(AppId service);

    void giveBack();

    /**
     * One of this Jenkins's, reached with what the build may use.
     *
     * @throws io.cerebro.realm.RealmsException if there is none of this name, or it cannot be reached as it is configured
     */
    static Lent to(Run<?, ?> run, String realm) {
        Realm configured = CerebroConfiguration.get().realm(realm, run);
        return new Borrowed(configured, Connections.borrow(configured));
    }

    /** By a connection that others may share. */
    record Borrowed(Realm realm, Loan loan) implements Lent {
        @Override
        public World world() {
            return connection().world();
        }

        @Override
        public Events events() {
            return connection().events();
        }

        @Override
        public Settings settings() {
            return connection().settings();
        }

        @Override
        public Links links(AppId service) {
            return Links.of(connection(), service);
        }

        @Override
        public void giveBack() {
            loan.close();
        }

        private RealmConnection connection() {
            return loan.connection();
        }
    }
}
