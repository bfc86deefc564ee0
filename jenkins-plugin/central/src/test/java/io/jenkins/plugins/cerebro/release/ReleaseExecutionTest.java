package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.model.Result;
import io.cerebro.realm.Audience;
import io.cerebro.realm.AuditSettings;
import io.cerebro.realm.AuditSettings.Facility;
import io.cerebro.realm.AuditSettings.Syslog;
import io.cerebro.realm.AuditSettings.Transport;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.traffic.Share;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jenkins.model.CauseOfInterruption.UserInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseExecutionTest {
    private static final List<Share> TO_TEN_PERCENT_AND_OFF = List.of(Share.ISOLATED, Share.percent(10), Share.OFF);

    private static final Syslog NOBODY_LISTENS =
            new Syslog("127.0.0.1", 9, Transport.TCP, Facility.LOCAL0, Optional.empty());

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void build() throws Exception {
        scene = Scene.of("shop/orders#12", directory);
    }

    @AfterEach
    void forget() {
        Scene.reset();
    }

    @Test
    void walksThroughAllStagesAndAnswersWithASentence() throws Exception {
        assertThat(scene.step(Goal.RELEASE).start()).isFalse();
        scene.toEnd();

        assertThat(scene.context.failure()).isNull();
        assertThat(scene.context.result()).isEqualTo("/orders is live, 3 instances serve it");
        assertThat(scene.shares()).isEqualTo(TO_TEN_PERCENT_AND_OFF);
        assertThat(scene.log())
                .first()
                .isEqualTo("canary    starting the canary: asking Marathon for it; until 12:05:21 UTC");
        assertThat(scene.log()).last().isEqualTo("end       done: /orders is live, 3 instances serve it");
        assertThat(scene.lent()).isZero();
        assertThat(scene.timer.waiting()).isZero();
    }

    @Test
    void labelsTheVersionWithTheBuildThatReleasesIt() throws Exception {
        doReturn("https://ci.example.com/").when(Jenkins.get()).getRootUrl();
        when(scene.run.getUrl()).thenReturn("job/orders/12/");
        when(scene.run.getFullDisplayName()).thenReturn("shop » orders #12");

        scene.step(Goal.RELEASE).start();
        scene.toEnd();

        assertThat(scene.marathon.app(Drive.ORDERS).orElseThrow().definition().label("CEREBRO_BUILD"))
                .contains("https://ci.example.com/job/orders/12/");
    }

    @Test
    void failsWithOneSentenceWhenTheCanaryFailsItsGate() throws Exception {
        scene.step(Goal.RELEASE).start();
        scene.untilPartial();
        scene.router.canaryErrorRate(0.5);
        scene.toEnd();

        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .message()
                .startsWith("rolled back: canary partial failed its gate: ")
                .doesNotContain("\n");
        assertThat(scene.shares()).isEqualTo(TO_TEN_PERCENT_AND_OFF);
        assertThat(scene.lent()).isZero();
    }

    @Test
    void goesOnAfterARestartOfJenkinsAndStartsNothingAnew() throws Exception {
        Path audit = directory.resolve("audit.jsonl");
        scene.audience = Audience.NOBODY.and(new AuditSettings(Optional.of(audit), Optional.of(NOBODY_LISTENS)));
        Scene.Step before = scene.step(Goal.RELEASE);
        before.start();
        scene.untilPartial();
        byte[] stored = stored(before);
        scene.timer.forget();
        List<String> changes = scene.marathon.changes();

        Scene.Step after = restored(stored);
        after.onResume();
        scene.looks(5);

        assertThat(scene.marathon.changes()).isEqualTo(changes);
        assertThat(scene.shares()).containsExactly(Share.ISOLATED, Share.percent(10));
        assertThat(after.getStatus()).startsWith("canary partial, 10 % of the traffic: canary answered");
        scene.toEnd();
        assertThat(scene.context.result()).isEqualTo("/orders is live, 3 instances serve it");
        assertThat(scene.context.ends()).isEqualTo(1);
        assertThat(audited(audit))
                .extracting(line -> line.replaceAll(".*\"stage\":\"([^\"]*)\".*", "$1"))
                .containsExactly("start", "canary", "isolated", "partial", "full", "off", "drain", "clean-up", "end");
        assertThat(scene.log())
                .filteredOn(line -> line.startsWith("tried to tell"))
                .hasSizeBetween(1, 2)
                .containsOnly(
                        "tried to tell syslog at 127.0.0.1:9 but nothing accepts connections there; is it running?; the"
                                + " release goes on");
    }

    /** Another thread writes it. */
    private static List<String> audited(Path audit) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Files.readAllLines(audit).size() < 9 && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        return Files.readAllLines(audit);
    }

    @Test
    void turnsBackAfterARestartWhenItWasStoppedBefore() throws Exception {
        Scene.Step before = scene.step(Goal.RELEASE);
        before.start();
        scene.untilPartial();
        before.stop(new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice")));
        byte[] stored = stored(before);
        scene.timer.forget();

        restored(stored).onResume();
        scene.toEnd();

        assertThat(scene.context.failure())
                .isInstanceOf(FlowInterruptedException.class)
                .hasMessage("Aborted by alice");
        assertThat(scene.shares()).isEqualTo(TO_TEN_PERCENT_AND_OFF);
    }

    @Test
    void savesItselfWithEachPhase() throws Exception {
        scene.step(Goal.RELEASE).start();
        scene.untilPartial();
        int saves = scene.context.saves();
        assertThat(saves).isBetween(4, 10);
        scene.looks(5);
        assertThat(scene.context.saves()).isEqualTo(saves);
    }

    @Test
    void takesTheTrafficOffAndTheCanaryAwayBeforeItPassesOnWhyItWasStopped() throws Exception {
        Scene.Step step = scene.step(Goal.RELEASE);
        step.start();
        scene.untilPartial();
        FlowInterruptedException cause =
                new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice"));

        step.stop(cause);
        scene.until(() -> scene.router.share("lb1", Drive.ORDERS).equals(Share.OFF));
        assertThat(scene.marathon.app(Drive.ORDERS.canary())).isPresent();
        assertThat(scene.context.ended()).isFalse();
        scene.toEnd();

        assertThat(scene.marathon.app(Drive.ORDERS.canary())).isEmpty();
        assertThat(scene.context.failure()).isSameAs(cause);
        assertThat(scene.context.ends()).isEqualTo(1);
        assertThat(scene.log()).last().isEqualTo("end       rolled back: Aborted by alice");
    }

    @Test
    void looksAtOnceWhenItIsStopped() throws Exception {
        Scene.Step step = scene.step(Goal.RELEASE);
        step.start();
        scene.untilPartial();

        step.stop(new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice")));

        assertThat(scene.timer.next().delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void saysWhatToGiveWhereThereIsNoWorkspace() throws Exception {
        scene.step(Goal.RELEASE, "definition", "").start();
        scene.settle();

        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("there is no workspace to read marathon.yaml from: call the step within node, or give plan"
                        + " (what cerebroPlan returned) or definition (its text)");
        assertThat(scene.lent()).isZero();
    }

    @Test
    void saysThatAFieldIsMissingOrWrong() throws Exception {
        scene.step(Goal.PROMOTE).start();
        scene.settle();
        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("give service, such as service: '/orders'");

        scene = Scene.of("shop/orders#13", directory);
        scene.step(Goal.RELEASE, "percent", "many").start();
        scene.settle();
        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("percent must be a number above 0 and up to 100, such as 10, but is 'many'");
    }

    @Test
    void saysThatThereIsNothingToPromote() throws Exception {
        scene.step(Goal.PROMOTE, "service", "/orders").start();
        scene.toEnd();

        assertThat(scene.context.failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("failed: there is no canary of /orders to promote");
    }

    @Test
    void answersWithTheGatesVerdictForOneStageOfACanary() throws Exception {
        scene.step(Goal.PARTIAL).start();
        scene.toEnd();

        assertThat(scene.context.result()).isEqualTo("PASS");
        assertThat(scene.shares()).containsExactly(Share.percent(10));
        assertThat(scene.marathon.app(Drive.ORDERS.canary())).isPresent();
    }

    private static byte[] stored(ReleaseExecution execution) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(execution);
        }
        return bytes.toByteArray();
    }

    private static Scene.Step restored(byte[] stored) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            return (Scene.Step) in.readObject();
        }
    }
}
