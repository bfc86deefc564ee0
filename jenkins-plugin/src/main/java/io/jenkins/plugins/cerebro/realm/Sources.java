package io.jenkins.plugins.cerebro.realm;

import io.cerebro.realm.Login;
import io.cerebro.realm.Realms;
import io.cerebro.realm.Secret;
import io.cerebro.realm.SourceAccess;
import java.nio.file.Path;
import java.util.List;

/** The sources of a realm's gate, which are written down as in a realms.yaml; their credentials are Jenkins's. */
final class Sources {
    /** Files are the controller's, and named from its root. */
    private static final Path ROOT = Path.of("/");

    private Sources() {}

    /** @throws io.cerebro.realm.RealmsException that says what is wrong, and where */
    static List<SourceAccess> read(String realm, String text, Logins logins) {
        return Realms.sources(
                realm.isEmpty() ? "sources" : "realm " + realm + ", sources",
                text,
                realm,
                new Realms.Surroundings(ROOT, name -> ROOT, (owner, id) -> login(id, logins)));
    }

    /** Missing credentials trouble only the source: a rollback asks none. */
    private static Login.Password login(String id, Logins logins) {
        try {
            return logins.registry(id, "");
        } catch (IllegalArgumentException e) {
            return new Login.Password("nobody", Secret.missing(String.valueOf(e.getMessage())));
        }
    }
}
