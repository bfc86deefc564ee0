package io.cerebro.local.task;

import static io.cerebro.local.task.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.local.task.Runner.Stream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerRunnerTest {
    private static final String CRASHED = "{\"Running\":false,\"ExitCode\":1,\"OOMKilled\":false}";

    @TempDir
    Path state;

    private final FakeDocker docker = new FakeDocker();
    private final ManualTimer timer = new ManualTimer();
    private final Updates updates = new Updates();
    private Runner runner;

    @BeforeEach
    void start() {
        runner = fresh();
    }

    private Runner fresh() {
        Sandboxes sandboxes = new Sandboxes(state.resolve("sandbox"));
        Containers containers = new Containers(docker, "qa", state);
        Patience little = new Patience(Duration.ofMillis(100), Duration.ofMillis(5));
        Runner fresh = new Runners(
                new DockerRunner(docker, containers, sandboxes, new Hands(timer), little),
                new ProcessRunner(sandboxes));
        fresh.listen(updates);
        return fresh;
    }

    @AfterEach
    void close() {
        runner.clear();
        runner.close();
    }

    private static Launch container(String taskId) {
        return Launches.launch(taskId, """
                {"id": "/orders", "mem": 64, "env": {"PASSWORD": "hunter2"},
                 "container": {"docker": {"image": "orders:1"}}}
                """);
    }

    @Test
    void saysHowToGetDockerWhereThereIsNone() {
        docker.isNotThere();

        runner.launch(container("t1"));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .isEqualTo(
                        "There is no docker command on this machine: install Docker Engine (on Debian: apt-get install"
                                + " docker.io) and start it, or give the app a plain 'cmd' without a container");
    }

    @Test
    void needsNoDockerForPlainCommands() {
        docker.isNotThere();
        assertThat(runner.adopt(List.of())).isEmpty();

        runner.launch(Launches.launch("t1", "{\"id\": \"/orders\", \"cmd\": \"echo hello\"}"));

        updates.await("t1", "TASK_FINISHED");
        assertThat(runner.log("t1", Stream.STDOUT)).asString().isEqualTo("hello\n");
        assertThat(docker.calls).isEmpty();
    }

    @Test
    void tellsDockersLastWordsAndNoVariablesValue() {
        docker.refuses("""
                Unable to find image 'orders:1' locally
                docker: Error response from daemon: pull access denied for orders.

                Run 'docker run --help' for more information
                """);

        runner.launch(container("t1"));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .isEqualTo("Error response from daemon: pull access denied for orders.");
        assertThat(updates.of("t1").toString()).doesNotContain("hunter2");
    }

    @Test
    void startsTwoContainersAtATime() throws Exception {
        docker.starts.drainPermits();
        for (int i = 0; i < 20; i++) {
            runner.launch(container("t" + i));
        }
        eventually("two are being started", () -> docker.starting.get() == 2);
        for (int i = 0; i < 20; i++) {
            docker.starts.release();
            updates.awaitCount("TASK_RUNNING", i + 1);
            assertThat(docker.starting.get()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void forgetsATaskThatIsKilledBeforeItsTurn() throws Exception {
        docker.starts.drainPermits();
        runner.launch(container("t1"));
        runner.launch(container("t2"));
        eventually("two are being started", () -> docker.starting.get() == 2);
        runner.launch(container("t3"));

        runner.kill("t3", Duration.ofSeconds(30));

        assertThat(updates.await("t3", "TASK_KILLED").message()).isEqualTo("Killed before it was started");
        docker.starts.release(20);
        updates.awaitCount("TASK_RUNNING", 2);
        assertThat(docker.containers()).containsExactly("cerebro-qa-t1", "cerebro-qa-t2");
    }

    @Test
    void endsTheStartOfATaskThatIsKilled() throws Exception {
        docker.starts.drainPermits();
        runner.launch(container("t1"));
        eventually("it is being started", () -> docker.starting.get() == 1);

        runner.kill("t1", Duration.ofSeconds(30));

        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Killed while it was being started");
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_KILLED");
        docker.starts.release(20);
    }

    @Test
    void sendsTheImagesStopSignalAndKillsAfterTheGrace() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");

        runner.kill("t1", Duration.ofSeconds(3));
        eventually("it is told to stop", () -> signals().equals(List.of("--signal=SIGQUIT")));
        eventually("the grace runs", () -> timer.waiting() == 2);
        timer.passSeconds(2);
        assertThat(signals()).containsExactly("--signal=SIGQUIT");
        timer.passSeconds(1);

        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Container exited with status 137");
        assertThat(signals()).containsExactly("--signal=SIGQUIT", "--signal=SIGKILL");
    }

    @Test
    void triesAgainToKillWhenDockerDoesNotAnswer() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");
        docker.answers(false);

        int before = docker.calls.size();
        runner.kill("t1", Duration.ofSeconds(3));
        eventually("Docker is asked in vain", () -> docker.calls.size() > before);
        docker.answers(true);

        eventually("it is told to stop", () -> {
            timer.passSeconds(5);
            return signals().contains("--signal=SIGQUIT");
        });
    }

    @Test
    void killsATaskWhoseDeathWasAFalseAlarm() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");
        docker.answers(false);
        docker.dies("t1", "");
        runner.kill("t1", Duration.ofSeconds(3));
        docker.answers(true);

        eventually("it is killed", () -> {
            timer.passSeconds(5);
            return updates.statesOf("t1").contains("TASK_KILLED");
        });
        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Container exited with status 137");
    }

    @Test
    void findsADeathThatItMissedWhenItFollowsAgain() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");
        docker.eventsEnd();
        docker.dies("t1", CRASHED);
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING");

        timer.passSeconds(5);

        assertThat(updates.await("t1", "TASK_FAILED").message()).isEqualTo("Container exited with status 1");
        assertThat(docker.followers()).isEqualTo(1);
        eventually("its container is removed", () -> docker.containers().isEmpty());
        assertThat(runner.log("t1", Stream.STDOUT)).asString().isEqualTo("out of cerebro-qa-t1");
    }

    @Test
    void tellsOfADeathOnce() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");

        docker.dies("t1", "{\"Running\":false,\"ExitCode\":137,\"OOMKilled\":true}");
        docker.dies("t1", "{\"Running\":false,\"ExitCode\":137,\"OOMKilled\":true}");
        timer.passSeconds(60);

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .isEqualTo("Memory limit exceeded: Requested: 64MB Maximum Used: 64MB");
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING", "TASK_FAILED");
    }

    @Test
    void triesAgainToTellOfADeathWhenItStumbled() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");
        docker.stumbles(true);
        int before = docker.calls.size();
        docker.dies("t1", CRASHED);
        eventually("it is looked at in vain", () -> docker.calls.size() > before);
        docker.stumbles(false);

        eventually("its end is told", () -> {
            timer.passSeconds(30);
            return updates.statesOf("t1").contains("TASK_FAILED");
        });
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING", "TASK_FAILED");
    }

    @Test
    void tellsOfADeathWhoseLogCannotBeKept() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");
        docker.losesLogs();

        docker.dies("t1", CRASHED);

        assertThat(updates.await("t1", "TASK_FAILED").message()).isEqualTo("Container exited with status 1");
        eventually("its container is removed", () -> docker.containers().isEmpty());
    }

    @Test
    void takesOverNothingAndEndsNothingWhileDockerDoesNotAnswer() throws Exception {
        runner.launch(container("t1"));
        updates.await("t1", "TASK_RUNNING");
        runner.close();
        runner = fresh();
        docker.answers(false);
        int before = docker.calls.size();

        assertThatThrownBy(() -> runner.adopt(List.of(container("t1"))))
                .isInstanceOf(CannotAdopt.class)
                .hasMessage("tried to take over the realm's containers but Docker does not answer; its tasks run on;"
                        + " start Docker and then the realm again (tried to run 'docker ps' but Docker did not answer"
                        + " within 30 s)");

        assertThat(docker.calls.size() - before).isGreaterThan(1);
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING");
        docker.answers(true);
        assertThat(runner.adopt(List.of(container("t1")))).containsExactly("t1");
    }

    @Test
    void doesNotTakeContainersForLostWhereTheDockerCommandIsMissing() {
        docker.isNotThere();

        assertThatThrownBy(() -> runner.adopt(List.of(container("t1"))))
                .isInstanceOf(CannotAdopt.class)
                .hasMessageStartingWith("tried to take over the realm's containers but Docker does not answer;");
    }

    @Test
    void refusesARealmWhoseNameIsNoLabel() {
        assertThatThrownBy(() -> Runners.of("Q A", state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Q A' cannot name a realm: use lower-case letters, digits and hyphens");
    }

    private List<String> signals() {
        return docker.calls.stream()
                .filter(call -> call.words().get(0).equals("kill"))
                .map(call -> call.words().get(1))
                .toList();
    }
}
