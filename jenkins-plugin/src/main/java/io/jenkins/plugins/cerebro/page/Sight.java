package io.jenkins.plugins.cerebro.page;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.MarathonException;
import io.cerebro.realm.Limits;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.RealmConnections;
import io.cerebro.release.Release;
import io.cerebro.release.Scaling;
import io.cerebro.release.ServiceStatus;
import io.cerebro.release.Size;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import io.cerebro.telling.Telling;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import io.jenkins.plugins.cerebro.realm.Connections;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What has been seen of a realm in one look. */
record Sight(
        @Nullable String trouble,
        @Nullable String marathonUrl,
        @Nullable Integer maxInstances,
        List<ServiceRow> services) {
    private static final Logger LOG = Logger.getLogger(Sight.class.getName());

    static Sight of(String name) {
        Realm realm;
        try {
            realm = CerebroConfiguration.get().realm(name);
        } catch (RealmsException e) {
            return new Sight(e.getMessage(), null, null, List.of());
        }
        int most = realm.limits().instances();
        Integer bound = most == Limits.NONE.instances() ? null : most;
        try (RealmConnections.Loan loan = Connections.borrow(realm)) {
            return of(loan.connection(), bound);
        } catch (RealmsException e) {
            return new Sight(e.getMessage(), null, bound, List.of());
        }
    }

    private static Sight of(RealmConnection realm, @Nullable Integer bound) {
        try {
            List<ServiceStatus> statuses = ServiceStatus.all(realm.world());
            String marathon = realm.marathonUrl().orElseThrow();
            return new Sight(null, marathon, bound, rows(statuses, marathon));
        } catch (Unreachable | MarathonException e) {
            return new Sight(e.getMessage(), realm.marathonUrl().orElse(null), bound, List.of());
        }
    }

    private static List<ServiceRow> rows(List<ServiceStatus> statuses, String marathon) {
        return statuses.stream().map(status -> new ServiceRow(status, marathon)).toList();
    }

    private static void tell(Realm realm, Release release, String sentence) {
        ReleaseReport begun = ReleaseReport.begin(release, realm.name(), Links.NONE);
        Telling telling = Telling.to(realm.audience(), begun, LOG::warning);
        telling.looked(begun.ended(Instant.now(), new Outcome(Outcome.Kind.DONE, sentence, List.of())));
        telling.end();
    }

    static String scale(String name, AppId service, String instances) {
        Realm realm = CerebroConfiguration.get().realm(name);
        Size size = Size.of(instances, realm.limits());
        try (RealmConnections.Loan loan = Connections.borrow(realm)) {
            String by = Jenkins.getAuthentication2().getName();
            Release release = Release.of(service, Goal.SCALE, loan.connection().settings(), by, Instant.now());
            String sentence = new Scaling(loan.connection().world()).scale(release, size);
            tell(realm, release, sentence);
            return sentence;
        }
    }
}
