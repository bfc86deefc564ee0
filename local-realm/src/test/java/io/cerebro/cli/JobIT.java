package io.cerebro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A job's life in a realm on this machine, with real processes, all through the command line. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(JobIT.URL)
class JobIT {
    private static final Path JAR = Path.of("target/cerebro.jar").toAbsolutePath();
    static final String URL = "http://127.0.0.63:4400";

    @TempDir
    private Path directory;

    private record Said(int code, List<String> out, List<String> err) {}

    @BeforeEach
    void aRealm() throws Exception {
        Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  jobs:
                    limits: {cpus: 1, mem: 256}
                    chronos: {}
                    local: {address: 127.0.0.63, marathonPort: 8081, agentPort: 5051, cpus: 2, mem: 1024}
                """);
        job("echo counted 12 orders", 0.1);
        Said started = cerebro(0, "realm", "start", "jobs");
        assertThat(started.out().get(0))
                .isEqualTo("realm jobs runs, Marathon is at http://127.0.0.63:8081, Chronos at " + URL);
    }

    @AfterEach
    void noRealm() throws Exception {
        cerebro(0, "realm", "stop", "jobs");
    }

    @Test
    void isDeployedRunFailsSeenAndIsDeleted() throws Exception {
        assertThat(cerebro(0, "job", "deploy", "jobs", "job.yaml").out())
                .containsExactly("job orders-report: CREATE, to run at R/2100-01-01T02:00:00Z/P1D");
        assertThat(cerebro(0, "job", "deploy", "jobs", "job.yaml").out())
                .containsExactly("job orders-report: NONE, the live job is the same");
        List<String> done = cerebro(0, "job", "run", "jobs", "orders-report").out();
        assertThat(done.get(done.size() - 1)).startsWith("done: orders-report has ended well (20");

        job("echo counting; echo no such table: orders >&2; exit 3", 0.1);
        assertThat(cerebro(0, "job", "deploy", "jobs", "job.yaml").out())
                .containsExactly(
                        "job orders-report: UPDATE, its counts begin anew",
                        "  command: echo counted 12 orders -> echo counting; echo no such table: orders >&2; exit 3");
        List<String> failed = cerebro(2, "job", "run", "jobs", "orders-report").out();
        assertThat(failed)
                .element(failed.size() - 4)
                .asString()
                .startsWith("failed: orders-report failed with exit code 3 (20");
        assertThat(failed).endsWith("  | counting", "  | no such table: orders", "  | Command exited with status 3");

        assertThat(cerebro(0, "job", "status", "jobs").out().get(0))
                .startsWith(
                        "orders-report: R/2100-01-01T02:00:00Z/P1D, idle; ended well 0 times, failed 1 times (last 20");
        job("true", 2);
        assertThat(cerebro(3, "job", "deploy", "jobs", "job.yaml").err())
                .containsExactly("job.yaml:4:7: cpus is 2, but the realm jobs allows a run at most 1: ask for less, or"
                        + " have limits.cpus raised in realms.yaml");
        assertThat(cerebro(0, "job", "delete", "jobs", "orders-report").out())
                .containsExactly("job orders-report is deleted");
        assertThat(cerebro(0, "job", "status", "jobs").out()).containsExactly("realm jobs has no jobs");
    }

    private void job(String command, double cpus) throws Exception {
        String number = cpus == Math.rint(cpus) ? Long.toString(Math.round(cpus)) : Double.toString(cpus);
        Files.writeString(directory.resolve("job.yaml"), """
                name: orders-report
                command: "%s"
                schedule: R/2100-01-01T02:00:00Z/P1D
                cpus: %s
                mem: 64
                retries: 0
                """.formatted(command, number));
    }

    private Said cerebro(int code, String... words) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        List<String> command = new ArrayList<>(List.of("java", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("CEREBRO_HOME", directory.resolve("h").toString());
        Process process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("cerebro " + String.join(" ", words) + " does not end");
        }
        Said said = new Said(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
        assertThat(said.code())
                .as("%s %s %s", List.of(words), said.out(), said.err())
                .isEqualTo(code);
        return said;
    }
}
