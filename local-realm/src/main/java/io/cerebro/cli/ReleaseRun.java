package io.cerebro.cli;

import io.cerebro.realm.Realm;
import io.cerebro.release.Attention;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.Release;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import io.cerebro.telling.Telling;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that drives a release has in common. */
final class ReleaseRun {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String realmName = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who releases; others see it while the service is held. Default: your login name.")
    private String by = System.getProperty("user.name");

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where to write what happened, stage by stage: as a page with a picture if FILE ends with"
                    + " .html, else as JSON. Secrets of the definition are hidden.")
    private @Nullable Path report;

    /** Who releases what, how far: made once the realm is known. */
    interface Wish {
        Release release(Realm realm, RealmConnection connection, String by);
    }

    int drive(Wish wish) {
        return drive(wish, (realm, release) -> Progress.start(release));
    }

    /** @param beginning of what is not to start like a release */
    int drive(Wish wish, BiFunction<Realm, Release, Progress> beginning) {
        return drive(realms.realm(realmName), wish, beginning);
    }

    private int drive(Realm realm, Wish wish, BiFunction<Realm, Release, Progress> beginning) {
        PrintStream out = System.out;
        try (RealmConnection connection = RealmConnection.open(realm)) {
            Release release = wish.release(realm, connection, by);
            Progress start = beginning.apply(realm, release);
            Driver driver = new Driver(connection.world(), connection.events(), wakeups(release));
            Narrator narrator = new Narrator(out, System.console() != null, Clock.systemUTC());
            return TurnBack.onExit(driver, () -> {
                Links links = Links.of(connection, release.service());
                ReportFile record = new ReportFile(ReleaseReport.begin(release, realm.name(), links), System.err);
                Outcome outcome;
                try (Telling telling = Telling.to(realm.audience(), record.report(), System.err::println)) {
                    Progress end = driver.toEnd(start, looked -> {
                        narrator.tell(looked);
                        telling.looked(record.add(looked));
                        if (looked.waitsForPerson()) {
                            telling.held(record.report());
                        }
                    });
                    telling.looked(record.add(end));
                    outcome = end.outcome().orElseThrow();
                }
                write(record);
                outcome.lines().forEach(out::println);
                return ExitCode.of(outcome);
            });
        }
    }

    private static Wakeups wakeups(Release release) {
        return new Wakeups(new Attention(release.service(), Clock.systemUTC()));
    }

    private void write(ReportFile record) {
        if (report != null) {
            record.write(report);
        }
    }
}
