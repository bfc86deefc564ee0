package io.cerebro.cli;

import io.cerebro.document.Amounts;
import io.cerebro.job.JobNarration;
import io.cerebro.job.JobRun;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.Realm;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The realm whose jobs it is about. */
final class JobOptions {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String realmName = "";

    Realm realm() {
        return realms.realm(realmName);
    }

    /** How long a run is waited for. */
    static final class Within {
        @Option(
                names = "--within",
                paramLabel = "TIME",
                defaultValue = "1h",
                description = "How long it may take until it has ended, such as 10m. Default: 1h.")
        private String within = "1h";

        Duration duration() {
            return Amounts.duration(within)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--within is a duration such as 500ms, 30s, 5m or 1h, not '" + within + "'"));
        }
    }

    /** Looks until it has ended, and tells it. */
    static int drive(JobRun start, JobWorld world) throws InterruptedException {
        PrintStream out = System.out;
        JobRun run = start;
        JobNarration narration = new JobNarration(ZoneId.systemDefault());
        while (!run.ended()) {
            JobRun.Phase before = run.phase();
            run = run.next(world);
            narration.tell(run, world.clock().instant()).ifPresent(out::println);
            if (run.phase() == before) {
                Thread.sleep(JobRun.EVERY.toMillis());
            }
        }
        var result = run.result().orElseThrow();
        result.lines().forEach(out::println);
        return result.successful() ? ExitCode.DONE : ExitCode.COULD_NOT;
    }
}
