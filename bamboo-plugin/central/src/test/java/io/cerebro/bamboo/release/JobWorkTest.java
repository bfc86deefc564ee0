package io.cerebro.bamboo.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.bamboo.deployments.execution.DeploymentTaskContext;
import com.atlassian.bamboo.task.TaskState;
import io.cerebro.bamboo.FakeDeployment;
import io.cerebro.bamboo.realm.TaskRealms;
import io.cerebro.bamboo.task.TaskKind;
import io.cerebro.bamboo.task.TaskSettings;
import io.cerebro.chronos.FakeChronos;
import io.cerebro.job.JobWorld;
import io.cerebro.release.Capacity;
import io.cerebro.release.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task Job, in a realm whose Chronos is in memory. */
class JobWorkTest {
    private static final String REPORT = """
            name: report
            command: ./report ${DAY}
            schedule: R/2026-11-24T02:00:00Z/P1D
            cpus: 0.1
            mem: 64
            """;

    @TempDir
    private Path directory;

    private final FakeChronos chronos = new FakeChronos();
    private final TestClock clock = new TestClock();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private List<String> output = List.of();
    private FakeDeployment deployment;

    @BeforeEach
    void aRealm() throws Exception {
        deployment = new FakeDeployment(directory, "release-1");
        Path realms = Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  prod:
                    chronos: {urls: ['http://127.0.0.1:1']}
                    marathon: {urls: ['http://127.0.0.1:1']}
                    router: {haproxy: {loadBalancers: [{name: lb1, socket: /nowhere, maps: /nowhere}]}}
                """);
        deployment.variables.put("cerebro.realms", realms.toString());
    }

    @Test
    void deploysAFileOfTheWorkingDirectoryWithTheRealmsOverlay() throws Exception {
        Files.writeString(directory.resolve("job.yaml"), REPORT);
        Files.writeString(directory.resolve("job.prod.yaml"), "mem: 128");

        assertThat(job("variables", "DAY=today")).isTrue();

        String sentence = "job report: CREATE, to run at R/2026-11-24T02:00:00Z/P1D";
        assertThat(deployment.log).containsExactly("[Cerebro] " + sentence);
        assertThat(chronos.asked).containsExactly("put report");
        assertThat(chronos.job("report").orElseThrow().json().path("mem").asInt())
                .isEqualTo(128);
        assertThat(chronos.job("report").orElseThrow().json().path("command").asText())
                .isEqualTo("./report today");
        assertThat(deployment.customData)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("cerebro.realm", "prod", "cerebro.job", "report", "cerebro.outcome", sentence));
    }

    @Test
    void runsWhatItHasDeployedAndWaitsForItsEnd() {
        meanwhile.addAll(List.of(() -> {}, () -> chronos.succeeds("report")));

        assertThat(job("definition", REPORT, "variables", "DAY=today", "run", "true"))
                .isTrue();

        assertThat(chronos.asked).containsExactly("put report", "run report");
        assertThat(said())
                .containsExactly(
                        "job report: CREATE, to run at R/2026-11-24T02:00:00Z/P1D",
                        "job       beginning report",
                        "job       Chronos has been told to run report",
                        "job       report is 1 running",
                        "done: report has ended well (2026-11-23T02:00:30.000Z)");
        assertThat(deployment.errors).isEmpty();
    }

    @Test
    void saysEachMinuteThatItLives() {
        chronos.has("report");
        for (int i = 0; i < 60; i++) {
            meanwhile.add(() -> {});
        }
        meanwhile.add(() -> chronos.succeeds("report"));

        assertThat(job("action", "run", "job", "report")).isTrue();

        assertThat(said()).filteredOn("job       report is 1 running"::equals).hasSize(3);
    }

    @Test
    void failsWithTheExitCodeAndTheLastItWrote() {
        chronos.has("report");
        output = List.of("no such table: orders", "Command exited with status 3");
        meanwhile.add(() -> chronos.fails("report"));

        assertThat(job("action", "run", "job", "report")).isFalse();

        String sentence = "failed: report failed with exit code 3 (2026-11-23T02:00:30.000Z); the last it wrote:";
        assertThat(deployment.errors)
                .containsExactly(
                        "[Cerebro] " + sentence,
                        "[Cerebro]   | no such table: orders",
                        "[Cerebro]   | Command exited with status 3");
        assertThat(deployment.customData).containsEntry("cerebro.outcome", sentence);
        assertThat(deployment.variables).containsEntry("cerebro.outcome", sentence);
    }

    @Test
    void waitsForARunThatSomebodyElseBegins() {
        chronos.has("report");
        meanwhile.addAll(List.of(() -> chronos.is("report", "1 running"), () -> chronos.succeeds("report")));

        assertThat(job("action", "wait", "job", "report")).isTrue();

        assertThat(said())
                .containsExactly(
                        "job       report is idle",
                        "job       report is 1 running",
                        "done: report has ended well (2026-11-23T02:00:30.000Z)");
        assertThat(chronos.asked).isEmpty();
    }

    @Test
    void leavesARunToChronosWhenTheBuildIsStopped() {
        chronos.has("report");
        meanwhile.add(() -> Thread.currentThread().interrupt());

        assertThat(job("action", "run", "job", "report")).isFalse();

        assertThat(deployment.errors)
                .containsExactly("[Cerebro] the build was stopped: report runs on in Chronos; the action delete with"
                        + " onlyTasks ends its tasks");
        assertThat(chronos.asked).containsExactly("run report");
        assertThat(Thread.interrupted()).as("the thread is left as it was told").isTrue();
    }

    @Test
    void endsWhatAStoppedBuildHasLeft() {
        chronos.has("report");
        chronos.is("report", "1 running");

        assertThat(job("action", "delete", "job", "report", "onlyTasks", "true"))
                .isTrue();

        assertThat(said()).containsExactly("the tasks of report are told to end");
        assertThat(chronos.asked).containsExactly("kill report");
    }

    @Test
    void saysWhyNothingWasDone() {
        chronos.has("report");
        chronos.has("mail").putArray("parents").add("report");
        assertThatThrownBy(() -> job("action", "delete", "job", "report"))
                .hasMessage("job report stays: mail waits for it, and Chronos would run it by itself; delete or deploy"
                        + " that first");
        assertThatThrownBy(() -> job("definition", REPORT, "variables", "DAY=today", "job", "orders"))
                .hasMessage("the definition is of the job report, not of orders");
        assertThatThrownBy(() -> job()).hasMessage("there is no file " + directory.resolve("job.yaml"));
        assertThat(chronos.asked).isEmpty();
    }

    @Test
    void isDoneByATaskThatWasStoppedAlreadyOnlyWhereItTakesAway() throws Exception {
        Map<String, String> run = Map.of("realm", "prod", "action", "run", "job", "report");
        Map<String, String> delete = Map.of("realm", "prod", "action", "delete", "job", "report");

        Thread.currentThread().interrupt();
        assertThat(task(run)).isEqualTo(TaskState.FAILED);
        assertThat(task(delete)).isEqualTo(TaskState.FAILED);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(deployment.errors)
                .containsExactly(
                        "[Cerebro] the build was stopped; nothing was changed",
                        "[Cerebro] tried to GET http://127.0.0.1:1/v1/scheduler/jobs but nothing accepts connections"
                                + " there; is it running?");
    }

    private TaskState task(Map<String, String> configuration) throws Exception {
        return new CerebroJobTask()
                .execute(deployment.task(configuration, Map.of(), true))
                .getTaskState();
    }

    private boolean job(String... fields) {
        Map<String, String> configuration = new HashMap<>(Map.of("realm", "prod"));
        for (int i = 0; i < fields.length; i += 2) {
            configuration.put(fields[i], fields[i + 1]);
        }
        DeploymentTaskContext context = deployment.task(configuration, Map.of(), false);
        BuildLog log = new BuildLog(context.getBuildLogger(), List.of());
        JobWorld world = new JobWorld("prod", chronos, Capacity.UNKNOWN, (job, lines) -> output, clock);
        Interrupts interrupts = Interrupts.begin();
        try (TaskRealms realms = TaskRealms.of(context)) {
            Work work = new Work(TaskSettings.read(TaskKind.JOB, configuration), context, realms, log);
            return new JobWork(work, work.realm(), world, time -> {
                        clock.advance(time);
                        meanwhile.remove().run();
                        if (Thread.interrupted()) {
                            throw new InterruptedException();
                        }
                    })
                    .ends(interrupts);
        } finally {
            interrupts.restore();
        }
    }

    /** Without the time that a line begins with. */
    private List<String> said() {
        return deployment.log.stream()
                .map(line -> line.replaceFirst("^\\[Cerebro] ", "").replaceFirst("^\\d\\d:\\d\\d:\\d\\d  ", ""))
                .toList();
    }
}
