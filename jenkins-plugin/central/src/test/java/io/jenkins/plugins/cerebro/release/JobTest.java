package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.cerebro.chronos.FakeChronos;
import io.cerebro.job.JobRun;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.RealmsException;
import io.cerebro.release.Capacity;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import jenkins.model.CauseOfInterruption.UserInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;
import org.springframework.security.core.Authentication;

/** {@code cerebroJob}, in a realm whose Chronos is in memory. */
class JobTest {
    private static final String BUILD = "shop/orders#12";
    private static final String REPORT = """
            name: report
            command: ./report ${DAY}
            schedule: R/2026-11-24T02:00:00Z/P1D
            cpus: 0.1
            mem: 64
            """;
    private static final int MOST_LOOKS = 200;
    private static final Map<String, JobTest> ALL = new ConcurrentHashMap<>();

    @TempDir
    Path directory;

    private final FakeChronos chronos = new FakeChronos();
    private List<String> output = List.of();
    private String missing = "";
    private Scene scene;

    @BeforeEach
    void build() throws Exception {
        scene = Scene.of(BUILD, directory);
        ALL.put(BUILD, this);
    }

    @AfterEach
    void forget() {
        ALL.clear();
        Scene.reset();
    }

    /** A step of the build, in the realm in memory. */
    private static final class Step extends JobExecution {
        private static final long serialVersionUID = 1;

        Step(Scene scene, Request request) {
            super(scene.context, request);
        }

        @Override
        public JobRealm reach(Run<?, ?> run, String realm) {
            return test(run.getExternalizableId()).realm();
        }
    }

    private static JobTest test(String build) {
        JobTest test = ALL.get(build);
        if (test == null) {
            throw new AssertionError(build);
        }
        return test;
    }

    private JobRealm realm() {
        if (!missing.isEmpty()) {
            throw new RealmsException(missing);
        }
        return new JobRealm(
                scene.realm(), new JobWorld("prod", chronos, Capacity.UNKNOWN, (job, lines) -> output, scene.clock));
    }

    @Test
    void deploysAFileOfTheWorkspaceWithTheRealmsOverlay() throws Exception {
        Files.writeString(directory.resolve("job.yaml"), REPORT);
        Files.writeString(directory.resolve("job.prod.yaml"), "mem: 128");
        scene.enterNode();

        assertThat(step("variables", "DAY=today").start()).isFalse();
        ended();

        assertThat(scene.context.failure()).isNull();
        String sentence = "job report: CREATE, to run at R/2026-11-24T02:00:00Z/P1D";
        assertThat(scene.context.result()).isEqualTo(sentence);
        assertThat(scene.log()).containsExactly(sentence);
        assertThat(chronos.asked).containsExactly("put report");
        assertThat(chronos.job("report").orElseThrow().json().path("mem").asInt())
                .isEqualTo(128);
        assertThat(chronos.job("report").orElseThrow().json().path("command").asText())
                .isEqualTo("./report today");
    }

    @Test
    void runsWhatItHasDeployedAndWaitsForItsEnd() throws Exception {
        step("definition", REPORT, "variables", "DAY=today", "run", "true").start();
        until(() -> chronos.state("report").equals("1 running"));
        looks(100);
        assertThat(scene.context.ended()).isFalse();
        chronos.succeeds("report");
        until(scene.context::ended);

        assertThat(scene.context.failure()).isNull();
        assertThat(scene.context.result()).isEqualTo("report has ended well (2026-11-23T02:00:30.000Z)");
        assertThat(chronos.asked).containsExactly("put report", "run report");
        assertThat(scene.log())
                .startsWith(
                        "job report: CREATE, to run at R/2026-11-24T02:00:00Z/P1D",
                        "job       looking at report",
                        "job       beginning report",
                        "job       Chronos has been told to run report",
                        "job       report is 1 running")
                .endsWith("done: report has ended well (2026-11-23T02:00:30.000Z)");
        assertThat(scene.log()).hasSizeBetween(8, 10);
        assertThat(scene.timer.waiting()).isZero();
    }

    @Test
    void failsWithTheExitCodeAndTheLastItWrote() throws Exception {
        chronos.has("report");
        output = List.of("no such table: orders", "Command exited with status 3");
        step("action", "run", "job", "report").start();
        until(() -> chronos.state("report").equals("1 running"));
        chronos.fails("report");
        until(scene.context::ended);

        assertThat(scene.context.failure()).isInstanceOf(AbortException.class).hasMessage("""
                failed: report failed with exit code 3 (2026-11-23T02:00:30.000Z); the last it wrote:
                  | no such table: orders
                  | Command exited with status 3""");
        assertThat(scene.log()).endsWith("  | no such table: orders", "  | Command exited with status 3");
    }

    @Test
    void waitsForARunThatSomebodyElseBegins() throws Exception {
        chronos.has("report");
        step("action", "wait", "job", "report").start();
        looks(3);
        chronos.is("report", "1 running");
        looks(2);
        chronos.succeeds("report");
        until(scene.context::ended);

        assertThat(scene.context.result()).isEqualTo("report has ended well (2026-11-23T02:00:30.000Z)");
        assertThat(chronos.asked).isEmpty();
    }

    @Test
    void waitsNoLongerThanItShould() throws Exception {
        chronos.has("report");
        step("action", "run", "job", "report", "within", "10s").start();
        until(scene.context::ended);

        assertThat(scene.context.failure())
                .hasMessage("failed: report has not ended in time (1 running); it is left as it is");
    }

    @Test
    void deletesAJobOrOnlyItsTasks() throws Exception {
        chronos.has("report");
        chronos.is("report", "1 running");
        step("action", "delete", "job", "report", "onlyTasks", "true").start();
        ended();
        assertThat(scene.context.result()).isEqualTo("the tasks of report are told to end");
        step("action", "delete", "job", "report").start();
        scene.await(() -> scene.context.ends() == 2);

        assertThat(scene.context.result()).isEqualTo("job report is deleted");
        assertThat(chronos.asked).containsExactly("kill report", "delete report");
    }

    @Test
    void goesOnAfterARestartAndBeginsNothingTwice() throws Exception {
        chronos.has("report");
        Step step = step("action", "run", "job", "report");
        step.start();
        until(() -> chronos.state("report").equals("1 running"));
        int saved = scene.context.saves();

        missing = "shop/orders has no credentials 'jobs'";
        scene.timer.forget();
        Step resumed = restarted(step);
        resumed.onResume();
        looks(3);
        assertThat(scene.log()).containsOnlyOnce("cannot go on: shop/orders has no credentials 'jobs'; trying again");
        missing = "";
        looks(3);
        assertThat(resumed.getStatus()).isEqualTo("report is 1 running");
        chronos.succeeds("report");
        until(scene.context::ended);

        assertThat(saved).isEqualTo(3);
        assertThat(chronos.asked).containsExactly("run report");
        assertThat(scene.context.result()).isEqualTo("report has ended well (2026-11-23T02:00:30.000Z)");
    }

    /** Killed after Chronos was told, before Jenkins has kept that. */
    @Test
    void beginsNothingTwiceAfterACrash() throws Exception {
        chronos.has("report");
        Step step = step("action", "run", "job", "report");
        step.start();
        until(() -> scene.context.saves() == 2);
        byte[] kept = written(step);
        until(() -> chronos.asked.contains("run report"));

        scene.timer.forget();
        read(kept).onResume();
        looks(3);
        chronos.succeeds("report");
        until(scene.context::ended);

        assertThat(chronos.asked).containsExactly("run report");
        assertThat(scene.context.result()).isEqualTo("report has ended well (2026-11-23T02:00:30.000Z)");
    }

    @Test
    void leavesARunToChronosWhenItIsAborted() throws Exception {
        chronos.has("report");
        Step step = step("action", "run", "job", "report");
        step.start();
        until(() -> chronos.state("report").equals("1 running"));
        looks(1);

        step.stop(new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice")));
        ended();

        assertThat(scene.context.failure()).isInstanceOf(FlowInterruptedException.class);
        assertThat(scene.log())
                .last()
                .isEqualTo("report runs on in Chronos; the action delete with onlyTasks ends its tasks");
        assertThat(scene.context.ends()).isEqualTo(1);
        assertThat(scene.timer.waiting()).isZero();
        assertThat(chronos.asked).containsExactly("run report");
    }

    @Test
    void beginsNothingOnceItIsAborted() throws Exception {
        chronos.has("report");
        chronos.is("report", "1 running");
        Step step = step("action", "run", "job", "report");
        step.start();
        looks(3);

        step.stop(new FlowInterruptedException(Result.ABORTED, true, new UserInterruption("alice")));
        ended();

        assertThat(scene.log()).last().isEqualTo("nothing was begun");
        assertThat(chronos.asked).isEmpty();
    }

    @Test
    void saysWhatToGive() throws Exception {
        assertFails("job is missing: action 'run' needs one, such as orders-report", "action", "run");
        assertFails("action must be one of deploy, run, wait, delete, but is 'start'", "action", "start");
        assertFails(
                "run belongs to action 'deploy', not to 'delete'", "action", "delete", "job", "report", "run", "true");
        assertFails("onlyTasks belongs to action 'delete', not to 'deploy'", "onlyTasks", "true");
        assertFails(
                "within is a duration such as 500ms, 30s, 5m or 1h, not 'soon'",
                "action",
                "wait",
                "job",
                "report",
                "within",
                "soon");
        assertFails(
                "there is no workspace to read job.yaml from: call the step within node, or give definition (its text)");
        assertFails(
                "the definition is of the job report, not of orders",
                "definition",
                REPORT,
                "variables",
                "DAY=today",
                "job",
                "orders");
        assertFails(
                "realm prod has no job extract, which report waits for: deploy it first; nothing was sent",
                "definition",
                "{name: report, command: 'true', parents: [extract], cpus: 0.1, mem: 64}");
        assertFails("realm prod has no job report; nothing was done", "action", "delete", "job", "report");
        chronos.has("extract");
        chronos.has("load").putArray("parents").add("extract");
        chronos.has("mail").putArray("parents").add("load").add("extract");
        assertFails(
                "job extract stays: load, mail wait for it, and Chronos would run them by themselves; delete or deploy"
                        + " those first",
                "action",
                "delete",
                "job",
                "extract");
        assertFails("failed: realm prod has no job report: deploy it first", "action", "wait", "job", "report");
        assertThat(chronos.asked).isEmpty();
    }

    @Test
    void saysThatChronosIsAway() throws Exception {
        chronos.away(true);
        assertFails(
                "tried to GET http://10.0.0.9:4400/v1/scheduler/jobs but nobody answers",
                "action",
                "wait",
                "job",
                "report");
    }

    @Test
    void needsThePermissionToDeploy() {
        scene.may.remove(CerebroPermissions.DEPLOY);
        Authentication bob = mock(Authentication.class);
        when(bob.getName()).thenReturn("bob");

        try (MockedStatic<Jenkins> jenkins = mockStatic(Jenkins.class)) {
            jenkins.when(Jenkins::getAuthentication2).thenReturn(bob);
            assertThatThrownBy(() -> step("action", "run", "job", "report").start())
                    .isInstanceOf(AbortException.class)
                    .hasMessage("bob may not deploy: bob has no permission Cerebro/Deploy on shop/orders");
        }
        assertThat(chronos.asked).isEmpty();
    }

    private void assertFails(String message, String... fields) throws Exception {
        int before = scene.context.ends();
        step(fields).start();
        scene.await(() -> scene.context.ends() > before);
        assertThat(scene.context.failure()).isInstanceOf(AbortException.class).hasMessage(message);
    }

    private Step step(String... fields) {
        List<String> given = new ArrayList<>(Arrays.asList(fields));
        if (!given.contains("definition")) {
            given.addAll(List.of("definition", ""));
        }
        return new Step(scene, Scene.request(Goal.DEPLOY, given.toArray(String[]::new)));
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) {
            look();
        }
    }

    private void until(BooleanSupplier so) {
        settle();
        for (int i = 0; i < MOST_LOOKS && !so.getAsBoolean(); i++) {
            look();
        }
        assertThat(so.getAsBoolean()).as("after %s", scene.log()).isTrue();
    }

    private void look() {
        settle();
        ManualTimer.Task task = scene.timer.next();
        assertThat(task.delay()).isIn(Duration.ZERO, JobRun.EVERY, Duration.ofSeconds(10));
        scene.clock.advance(task.delay());
        task.run();
        settle();
    }

    private void settle() {
        scene.await(() -> scene.timer.waiting() > 0 || scene.context.ended());
    }

    private void ended() {
        scene.await(scene.context::ended);
    }

    private static Step restarted(Step step) throws Exception {
        return read(written(step));
    }

    private static byte[] written(Step step) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(step);
        }
        return bytes.toByteArray();
    }

    private static Step read(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Step) in.readObject();
        }
    }
}
