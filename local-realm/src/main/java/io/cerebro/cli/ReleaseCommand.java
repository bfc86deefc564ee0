package io.cerebro.cli;

import io.cerebro.release.Goal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cerebro release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description =
                "Releases through all stages: canary isolated (only the header reaches it), canary partial (its"
                        + " share of the traffic), full. A gate judges between them; a bad canary is rolled back. Given again"
                        + " after a crash, it continues. With --until isolated the canary is set up, judged, and taken away again.")
final class ReleaseCommand implements Callable<Integer> {
    /** As far as a release goes. */
    enum Until {
        FULL,
        ISOLATED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private DefinedRelease release = new DefinedRelease();

    @Option(
            names = "--until",
            paramLabel = "STAGE",
            defaultValue = "full",
            description =
                    "How far: ${COMPLETION-CANDIDATES}. Isolated sets the canary up, judges it, and takes it away again,"
                            + " as often as is asked, to study a version. Default: full.")
    private Until until = Until.FULL;

    @Override
    public Integer call() {
        return release.drive(until == Until.ISOLATED ? Goal.TRIAL : Goal.RELEASE);
    }
}
