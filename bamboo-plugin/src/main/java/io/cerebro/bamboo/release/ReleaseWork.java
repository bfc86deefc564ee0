package io.cerebro.bamboo.release;

import io.cerebro.realm.Realm;
import io.cerebro.release.AppStatus;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.RealmConnections.Loan;
import io.cerebro.release.Release;
import io.cerebro.release.ServiceStatus;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import java.util.Optional;

/** Releases: drives it to its end, and tells it. */
final class ReleaseWork {
    private ReleaseWork() {}

    /** Whether it got where it should. */
    static boolean release(Work work, Interrupts interrupts) {
        Realm realm = work.realm();
        try (Loan loan = Work.borrow(realm)) {
            RealmConnection connection = loan.connection();
            Release release = work.release(realm, connection);
            Optional<String> idle = nothingLeft(work, release, connection);
            if (idle.isPresent()) {
                work.log().say(idle.get());
                return true;
            }
            Journal journal = new Journal(
                    work,
                    realm.audience(),
                    ReleaseReport.begin(release, realm.name(), links(work, loan, release))
                            .ofCommit(Origin.of(work.context()).commit()));
            Progress end = new Drive(connection.world(), connection.events(), interrupts)
                    .toEnd(work.start(release, realm), journal::looked);
            Outcome outcome = end.outcome().orElseThrow();
            journal.ended(outcome);
            return outcome.kind() == Outcome.Kind.DONE;
        }
    }

    /** A final task follows a build that went well, too: what that has released stays, and so does what others are releasing. */
    private static Optional<String> nothingLeft(Work work, Release release, RealmConnection connection) {
        if (release.goal() != Goal.ROLLBACK || !work.context().isFinalising()) {
            return Optional.empty();
        }
        Optional<AppStatus> canary =
                ServiceStatus.of(release.service(), connection.world()).canary();
        if (canary.isEmpty()) {
            return Optional.of("no canary of " + release.service() + " is left; nothing to take back");
        }
        return canary.get()
                .by()
                .filter(by -> !by.equals(release.by()))
                .map(by -> "the canary of " + release.service() + " is held by " + by + "; it is left as it is");
    }

    private static Links links(Work work, Loan loan, Release release) {
        Links links = Links.of(loan.connection(), release.service());
        Origin origin = Origin.of(work.context());
        return origin.url().map(url -> links.and(origin.name(), url)).orElse(links);
    }
}
