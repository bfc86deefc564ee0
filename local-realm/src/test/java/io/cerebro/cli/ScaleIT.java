package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.Runners;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.Limits;
import io.cerebro.release.Attention;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.Settings;
import io.cerebro.release.Size;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service of plain processes, from 3 to 300 and back. */
class ScaleIT {
    private static final AppId NAPPERS = AppId.of("/nappers");

    @TempDir
    private Path directory;

    private BenchRealm realm;

    @BeforeEach
    void start() {
        realm = new BenchRealm(directory.resolve("realm"), Runners.of("scale-it", directory.resolve("tasks")));
        drive(Progress.start(Release.of(
                Benchmark.definition(NAPPERS, 3, 0.01), Goal.DEPLOY, Settings.DEFAULT, "ann", Instant.now())));
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    @Test
    void asksMarathonNoOftenerForHundredsThanForAFew() {
        int few = scaled("6", "from 3 to 6 instances");
        int many = scaled("300", "from 6 to 300 instances");
        assertThat(processes()).isEqualTo(300);
        int back = scaled("3", "from 300 to 3 instances");
        assertThat(processes()).isEqualTo(3);

        assertThat(many).isBetween(1, few + 10);
        assertThat(back).isBetween(1, few + 10);
    }

    private int scaled(String wish, String because) {
        realm.requests();
        Release release = Release.of(NAPPERS, Goal.SCALE, Settings.DEFAULT, "ann", Instant.now());
        Outcome outcome = drive(Progress.scale(release, Size.of(wish, Limits.NONE)));
        int requests = realm.requests();
        assertThat(outcome.lines()).singleElement().asString().startsWith("done: /nappers has gone " + because);
        return requests;
    }

    private Outcome drive(Progress start) {
        Driver driver =
                new Driver(realm.world(), realm.events(), new Wakeups(new Attention(NAPPERS, Clock.systemUTC())));
        return driver.toEnd(start, looked -> {}).outcome().orElseThrow();
    }

    /** The tasks themselves, as the kernel has them below this JVM. */
    private static long processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("sleep"))
                        .isPresent())
                .count();
    }
}
