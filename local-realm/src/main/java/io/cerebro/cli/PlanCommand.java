package io.cerebro.cli;

import io.cerebro.realm.Realm;
import io.cerebro.release.Goal;
import io.cerebro.release.Plan;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.Release;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Says what a release would send to Marathon as the realm is now, what differs from what is live,"
                + " and what stands in the way. Nothing is changed. Values of the environment, and whatever is named"
                + " like a secret, are hidden. Ends with 2 where the release would be refused.")
final class PlanCommand implements Callable<Integer> {
    /** What may be planned. */
    enum Planned {
        RELEASE,
        DEPLOY,
        ISOLATED,
        PARTIAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String realmName = "";

    @Parameters(index = "1", paramLabel = "DEFINITION", description = VersionOptions.DEFINITION)
    private Path definition = Path.of("marathon.yaml");

    @Mixin
    private VersionOptions version = new VersionOptions();

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            defaultValue = "release",
            description = "What is planned: ${COMPLETION-CANDIDATES}, where the last two are the stages of `cerebro"
                    + " canary`. Default: release.")
    private Planned goal = Planned.RELEASE;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who is to release: it becomes a label. Default: your login name.")
    private String by = System.getProperty("user.name");

    @Override
    public Integer call() {
        Realm realm = realms.realm(realmName);
        try (RealmConnection connection = RealmConnection.open(realm)) {
            Release release =
                    version.release(definition, Goal.valueOf(goal.name())).release(realm, connection, by);
            Plan plan = Plan.of(release, connection.world());
            plan.lines().forEach(System.out::println);
            return plan.refused() ? ExitCode.COULD_NOT : ExitCode.DONE;
        }
    }
}
