package io.jenkins.plugins.cerebro.realm;

import io.cerebro.realm.ChronosAccess;
import io.cerebro.realm.Outside;
import io.cerebro.realm.Realms;
import io.cerebro.realm.SourceAccess;
import java.nio.file.Path;
import java.util.List;

/** The parts of a realm that are written down as in a realms.yaml; their credentials are Jenkins's. */
final class YamlParts {
    /** Files are the controller's, and named from its root. */
    private static final Path ROOT = Path.of("/");

    private YamlParts() {}

    /**
     * What its gate asks.
     *
     * @throws io.cerebro.realm.RealmsException that says what is wrong, and where
     */
    static List<SourceAccess> sources(String realm, String text, Logins logins) {
        return Realms.sources(name(realm, "sources"), text, realm, surroundings(logins));
    }

    /**
     * Where its jobs are.
     *
     * @throws io.cerebro.realm.RealmsException that says what is wrong, and where
     */
    static ChronosAccess chronos(String realm, String text, Logins logins) {
        return Realms.chronos(name(realm, "chronos"), text, realm, surroundings(logins));
    }

    /**
     * What its apps use that Marathon does not run.
     *
     * @throws io.cerebro.realm.RealmsException that says what is wrong, and where
     */
    static Outside outside(String realm, String text) {
        return Realms.outside(name(realm, "outside"), text);
    }

    private static String name(String realm, String part) {
        return realm.isEmpty() ? part : "realm " + realm + ", " + part;
    }

    /** Missing credentials trouble only the part: a rollback asks none. */
    private static Realms.Surroundings surroundings(Logins logins) {
        return new Realms.Surroundings(ROOT, name -> ROOT, (owner, id) -> logins.whenAsked(id, ""));
    }
}
