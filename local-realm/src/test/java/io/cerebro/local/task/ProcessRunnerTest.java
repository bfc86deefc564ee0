package io.cerebro.local.task;

import static io.cerebro.local.task.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.Runner.Stream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessRunnerTest {
    @TempDir
    Path state;

    private final Updates updates = new Updates();
    private Runner runner;

    @BeforeEach
    void start() {
        runner = fresh();
    }

    @AfterEach
    void clear() {
        runner.clear();
        runner.close();
    }

    private Runner fresh() {
        Runner fresh = new ProcessRunner(new Sandboxes(state.resolve("sandbox")));
        fresh.listen(updates);
        return fresh;
    }

    private static Launch cmd(String taskId, String cmd) {
        return Launches.launch(taskId, """
                {"id": "/orders", "cmd": "%s", "cpus": 0.1, "mem": 64,
                 "env": {"STAGE": "qa"}, "portDefinitions": [{"port": 10000, "name": "http"}]}
                """.formatted(cmd), 33001);
    }

    private String stdout(String taskId) {
        return new String(runner.log(taskId, Stream.STDOUT), StandardCharsets.UTF_8);
    }

    @Test
    void runsACommandToItsEnd() {
        runner.launch(cmd("t1", "echo out; echo err >&2"));

        assertThat(updates.await("t1", "TASK_FINISHED").message()).isEqualTo("Command exited with status 0");
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED");
        assertThat(stdout("t1")).isEqualTo("out\n");
        assertThat(runner.log("t1", Stream.STDERR)).isEqualTo("err\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWithWhichStatusACommandFailed() {
        runner.launch(cmd("t1", "exit 3"));

        assertThat(updates.await("t1", "TASK_FAILED").message()).isEqualTo("Command exited with status 3");
    }

    @Test
    void saysWhichCommandThereIsNot() {
        runner.launch(Launches.launch("t1", "{\"id\": \"/orders\", \"args\": [\"no-such-command\", \"-x\"]}"));

        assertThat(updates.await("t1", "TASK_FAILED").message()).isEqualTo("Command exited with status 127");
        assertThat(new String(runner.log("t1", Stream.STDERR), StandardCharsets.UTF_8))
                .contains("no-such-command: not found");
    }

    @Test
    void givesMarathonsEnvironmentAndNoneOfItsOwn() {
        runner.launch(cmd("t1", "env"));

        updates.await("t1", "TASK_FINISHED");
        assertThat(stdout("t1").lines())
                .contains("PORT0=33001", "PORT=33001", "PORT_HTTP=33001", "HOST=127.0.0.21", "STAGE=qa")
                .contains("MESOS_TASK_ID=t1", "MESOS_SANDBOX=" + state.resolve("sandbox/t1"))
                .noneMatch(line -> line.startsWith("MAVEN_") || line.startsWith("surefire"));
    }

    @Test
    void runsInItsSandbox() {
        runner.launch(cmd("t1", "pwd"));

        updates.await("t1", "TASK_FINISHED");
        assertThat(stdout("t1")).isEqualTo(state.resolve("sandbox/t1") + "\n");
    }

    @Test
    void letsACommandFinishItsWorkWhenKilled() throws Exception {
        runner.launch(cmd("t1", "trap 'echo finished; exit 0' TERM; echo ready; while :; do sleep 0.05; done"));
        eventually("it is ready", () -> stdout("t1").contains("ready"));

        runner.kill("t1", Duration.ofSeconds(30));
        runner.kill("t1", Duration.ofSeconds(30));

        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Command exited with status 0");
        assertThat(stdout("t1")).isEqualTo("ready\nfinished\n");
    }

    @Test
    void killsACommandThatDoesNotHeedItsGrace() throws Exception {
        runner.launch(cmd("t1", "trap '' TERM; echo ready; while :; do sleep 0.05; done"));
        eventually("it is ready", () -> stdout("t1").contains("ready"));

        runner.kill("t1", Duration.ofMillis(200));

        assertThat(updates.await("t1", "TASK_KILLED").message()).isEqualTo("Command exited with status 137");
    }

    @Test
    void killsNobodyForAnUnknownTask() {
        runner.kill("t9", Duration.ZERO);
        runner.launch(cmd("t1", "true"));

        updates.await("t1", "TASK_FINISHED");
        assertThat(updates.of("t9")).isEmpty();
    }

    @Test
    void leavesNoChildBehindWhenACommandEnds() throws Exception {
        runner.launch(cmd("t1", "setsid sleep 1234 & sleep 1235 & echo $! started"));

        updates.await("t1", "TASK_FINISHED");
        long child = Long.parseLong(stdout("t1").replaceAll("\\D", ""));
        eventually(
                "the background child is gone",
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void endsACommandThatTakesMoreMemoryThanItsOwn() {
        runner.launch(cmd("t1", "x=$(yes | head -c 120000000); while :; do sleep 0.1; done"));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .matches("Memory limit exceeded: Requested: 64MB Maximum Used: [1-9][0-9]{1,3}MB");
    }

    @Test
    void tellsOfADeathThatCannotBeWrittenDown() {
        runner.launch(cmd("t1", "mkdir .ended; exit 3"));

        assertThat(updates.await("t1", "TASK_FAILED").message()).isEqualTo("Command exited with status 3");
    }

    /** A running program's file cannot be written. */
    @Test
    void looksAfterTheOthersWhenOneTasksLogCannotBeShortened() throws Exception {
        runner.launch(cmd(
                "t1", "cp /bin/sleep busy; head -c 11000000 /dev/zero >>busy; ln -sf busy stdout; exec ./busy 1238"));
        updates.await("t1", "TASK_RUNNING");
        eventually("its log is too long", () -> runner.log("t1", Stream.STDOUT).length >= Sandboxes.LARGEST_LOG);
        runner.launch(cmd("t2", "x=$(yes | head -c 120000000); while :; do sleep 0.1; done"));

        assertThat(updates.await("t2", "TASK_FAILED").message()).startsWith("Memory limit exceeded: ");
        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING");
    }

    @Test
    void takesOverTheOthersWhenOneTasksRecordIsBroken() throws Exception {
        Launch kept = cmd("kept", "sleep 1239");
        runner.launch(kept);
        updates.await("kept", "TASK_RUNNING");
        eventually("it is recorded", () -> recorded("kept").isPresent());
        runner.close();
        Path broken = Files.createDirectories(state.resolve("sandbox/broken"));
        Files.writeString(broken.resolve(".process"), ProcessTable.boot() + " half a rec");
        runner = fresh();

        assertThat(runner.adopt(List.of(kept, cmd("broken", "true")))).containsExactly("kept");
    }

    @Test
    void refusesADefinitionWithNothingToRun() {
        runner.launch(Launches.launch("t1", "{\"id\": \"/orders\"}"));

        assertThat(updates.await("t1", "TASK_FAILED").message())
                .isEqualTo(
                        "The definition has neither 'cmd' nor 'args' nor a container with an image: give it one of them");
    }

    @Test
    void takesOverWhatRunsOnAfterARestartAndEndsTheRest() throws Exception {
        Launch kept = cmd("kept", "echo ready; while [ ! -e go ]; do sleep 0.05; done; exit 7");
        runner.launch(kept);
        runner.launch(cmd("stranger", "echo ready; sleep 1236"));
        updates.await("kept", "TASK_RUNNING");
        updates.await("stranger", "TASK_RUNNING");
        eventually(
                "both run",
                () -> stdout("kept").contains("ready") && stdout("stranger").contains("ready"));
        PlainProcess stranger = recorded("stranger").orElseThrow();
        runner.close();
        runner = fresh();

        assertThat(runner.adopt(List.of(kept, cmd("unknown", "true")))).containsExactly("kept");
        eventually("the stranger is gone", () -> !stranger.alive());
        Files.createFile(state.resolve("sandbox/kept/go"));

        assertThat(updates.await("kept", "TASK_FAILED").message()).isEqualTo("Command exited with status 7");
    }

    @Test
    void tellsHowACommandEndedWhileNobodyWatched() throws Exception {
        Launch launch = cmd("t1", "while [ ! -e go ]; do sleep 0.05; done; exit 4");
        runner.launch(launch);
        updates.await("t1", "TASK_RUNNING");
        eventually("it is recorded", () -> recorded("t1").isPresent());
        PlainProcess process = recorded("t1").orElseThrow();
        runner.close();
        Files.createFile(state.resolve("sandbox/t1/go"));
        eventually("it has ended", () -> !process.alive());
        runner = fresh();

        assertThat(runner.adopt(List.of(launch))).isEmpty();

        assertThat(updates.statesOf("t1")).containsExactly("TASK_STARTING", "TASK_RUNNING", "TASK_FAILED");
        assertThat(updates.of("t1").get(2).message()).isEqualTo("Command exited with status 4");
    }

    @Test
    void leavesNothingBehindWhenCleared() throws Exception {
        runner.launch(cmd("t1", "sleep 1237"));
        updates.await("t1", "TASK_RUNNING");
        eventually("it is recorded", () -> recorded("t1").isPresent());
        PlainProcess process = recorded("t1").orElseThrow();

        runner.clear();

        assertThat(process.alive()).isFalse();
        assertThat(state.resolve("sandbox")).doesNotExist();
    }

    @Test
    void runsAHundredCommandsAndHearsOfEachEnd() {
        for (int i = 0; i < 100; i++) {
            runner.launch(cmd("t" + i, "exit 0"));
        }

        updates.awaitCount("TASK_FINISHED", 100);
    }

    private Optional<PlainProcess> recorded(String taskId) throws Exception {
        return PlainProcess.in(state.resolve("sandbox").resolve(taskId));
    }
}
