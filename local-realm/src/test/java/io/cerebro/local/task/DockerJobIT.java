package io.cerebro.local.task;

import static io.cerebro.local.task.BusyboxImage.docker;
import static io.cerebro.local.task.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cerebro.chronos.HttpChronos;
import io.cerebro.chronos.Job;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.local.chronos.LocalChronos;
import io.cerebro.local.chronos.Room;
import io.cerebro.local.marathon.Neighbour;
import io.cerebro.local.task.Runner.Stream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of the local Chronos in real containers. */
final class DockerJobIT {
    private static final String IMAGE = "cerebro-docker-job-it:" + UUID.randomUUID();

    @TempDir
    static Path context;

    @TempDir
    Path state;

    private Runner runner;
    private LocalChronos local;
    private HttpChronos chronos;

    @BeforeAll
    static void build() throws Exception {
        BusyboxImage.build(context, IMAGE);
    }

    @AfterAll
    static void removeImage() throws Exception {
        docker("rmi", "--force", IMAGE);
    }

    @BeforeEach
    void start() {
        runner = Runners.of("docker-job-it", state);
        LocalChronos.Config config =
                new LocalChronos.Config("127.0.0.1", 0, "/v1/scheduler", Optional.empty(), state, Clock.systemUTC());
        local = LocalChronos.start(config, runner, new Room() {
            @Override
            public boolean take(String taskId, double cpus, double mem) {
                return true;
            }

            @Override
            public void giveBack(String taskId) {}
        });
        chronos = new HttpChronos(new Remote(List.of(local.url().toString()), Credentials.none(), Timeouts.DEFAULT));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        local.close();
        runner.clear();
        runner.close();
        assertThat(containers()).isEmpty();
    }

    @Test
    void runInAContainerWithTheirLimitsEnvironmentAndVolumes() throws Exception {
        Files.writeString(state.resolve("orders"), "12 orders\n");
        deploy("""
                command: 'echo "$CHRONOS_JOB_NAME of $DAY"; cat /data/orders; echo "no such table" >&2; sleep 0.5; exit 3'
                environmentVariables: [{name: DAY, value: two words}]
                container:
                  type: DOCKER
                  image: %s
                  volumes: [{hostPath: %s, containerPath: /data, mode: RO}]
                """.formatted(IMAGE, state));
        chronos.run("report");
        eventually("it runs", () -> !containers().isEmpty());
        assertThat(docker("inspect", "--format={{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}", containers()))
                .isEqualTo("33554432 250000000");
        eventually("it has failed", () -> job().errors() == 1);

        Neighbour.Task task = local.neighbour().tasks().get(0);
        assertThat(task.state()).isEqualTo("TASK_FAILED");
        assertThat(log(task, Stream.STDOUT)).isEqualTo("report of two words\n12 orders\n");
        assertThat(log(task, Stream.STDERR)).isEqualTo("no such table\nContainer exited with status 3\n");
    }

    @Test
    void runOnWhileChronosIsAwayAndEndWithTheirJob() throws Exception {
        deploy("""
                shell: false
                command: sh
                arguments: [-c, "trap 'exit 0' TERM; while :; do sleep 0.05; done"]
                container: {type: DOCKER, image: %s}
                """.formatted(IMAGE));
        chronos.run("report");
        eventually("it runs", () -> !containers().isEmpty());
        String container = containers();

        local.close();
        runner.close();
        start();

        assertThat(chronos.state("report")).isEqualTo("1 running");
        assertThat(containers()).isEqualTo(container);
        chronos.delete("report");
        eventually("its container is gone", () -> containers().isEmpty());
        assertThat(chronos.jobs()).isEmpty();
    }

    /** @param fields beside what all have, in YAML */
    private void deploy(String fields) throws Exception {
        ObjectNode job = (ObjectNode) new YAMLMapper()
                .readTree("{name: report, schedule: R/2100-01-01T02:00:00Z/P1D, cpus: 0.25, mem: 32, retries: 0}");
        job.setAll((ObjectNode) new YAMLMapper().readTree(fields));
        chronos.put(JobDefinition.of(job));
    }

    private Job job() {
        return chronos.job("report").orElseThrow();
    }

    private String containers() throws Exception {
        return docker("ps", "--all", "--quiet", "--filter=label=cerebro.home=" + state);
    }

    private String log(Neighbour.Task task, Stream stream) {
        return new String(local.neighbour().log(task.id(), stream), StandardCharsets.UTF_8);
    }
}
