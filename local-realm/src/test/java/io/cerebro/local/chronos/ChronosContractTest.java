package io.cerebro.local.chronos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.chronos.ChronosException;
import io.cerebro.chronos.HttpChronos;
import io.cerebro.chronos.Job;
import io.cerebro.chronos.JobDefinition;
import io.cerebro.chronos.JobDifferences;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client against the local Chronos. Its requests and answers are those of docs/docs/api.md, JobManagementResource.scala,
 * Iso8601JobResource.scala, DependentJobResource.scala and Exporter.scala in github.com/mesos/chronos at c1348ddfd80e.
 */
class ChronosContractTest {
    /** The example of docs/docs/api.md, with the limits that a realm asks for. */
    private static final String SAMPLE = """
            {"schedule": "R10/2100-10-01T05:52:00Z/PT2S", "name": "SAMPLE_JOB1", "epsilon": "PT15M",
             "command": "echo 'FOO' >> /tmp/JOB1_OUT", "owner": "bob@airbnb.com", "async": false, "cpus": 0.1, "mem": 16}""";

    @TempDir
    private Path state;

    private final FakeRunner runner = new FakeRunner();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/scheduler", "/scheduler"})
    void livesAJobsWholeLifeBelowEitherPrefix(String prefix) throws Exception {
        try (LocalChronos local = local(prefix, Optional.empty())) {
            HttpChronos chronos = client(local, Credentials.none());
            assertThat(chronos.jobs()).isEmpty();
            assertThat(chronos.job("SAMPLE_JOB1")).isEmpty();
            JobDefinition sample = definition(SAMPLE);
            chronos.put(sample);
            Job job = chronos.job("SAMPLE_JOB1").orElseThrow();
            assertThat(JobDifferences.between(job, sample)).isEmpty();
            assertThat(job.successes()).isZero();
            assertThat(chronos.state("SAMPLE_JOB1")).isEqualTo("idle");

            chronos.put(definition(SAMPLE.replace("SAMPLE_JOB1", "after")
                    .replace("\"schedule\": \"R10/2100-10-01T05:52:00Z/PT2S\"", "\"parents\": [\"SAMPLE_JOB1\"]")));
            chronos.run("SAMPLE_JOB1");
            assertThat(chronos.state("SAMPLE_JOB1")).isEqualTo("1 running");
            runner.ends("TASK_FINISHED", "");
            assertThat(chronos.job("SAMPLE_JOB1").orElseThrow().successes()).isEqualTo(1);
            assertThat(chronos.state("after")).isEqualTo("1 running");
            chronos.delete("after");
            assertThat(runner.running).isEmpty();
            chronos.delete("SAMPLE_JOB1");
            assertThat(chronos.jobs()).isEmpty();
        }
    }

    @Test
    void saysWhatChronosSaysOfAJobThatIsNotThere() {
        try (LocalChronos local = local("/v1/scheduler", Optional.empty())) {
            assertThatThrownBy(() -> client(local, Credentials.none()).run("reprot"))
                    .isInstanceOf(ChronosException.class)
                    .hasMessage("tried to PUT " + local.url()
                            + "/v1/scheduler/job/reprot but Chronos refused it (400): Job 'reprot' not found");
        }
    }

    @Test
    void saysThatThereIsNoChronosOrThatItAsksWhoIsThere() {
        try (LocalChronos other = local("/v2", Optional.empty())) {
            assertThatThrownBy(() -> client(other, Credentials.none()).jobs())
                    .isInstanceOf(ChronosException.class)
                    .hasMessage("tried to GET /v1/scheduler/jobs and /scheduler/jobs but found no Chronos at "
                            + other.url().getAuthority() + "; check chronos.urls of the realm");
        }
        try (LocalChronos guarded = local("/v1/scheduler", Optional.of("Basic YW5uOnNlY3JldA=="))) {
            assertThat(client(guarded, Credentials.basic("ann", "secret")).jobs())
                    .isEmpty();
            assertThatThrownBy(() ->
                            client(guarded, Credentials.basic("ann", "wrong")).jobs())
                    .hasMessage("tried to GET " + guarded.url()
                            + "/v1/scheduler/jobs but Chronos refused the user name and password (401); check the"
                            + " realm's chronos section");
            assertThatThrownBy(() -> client(guarded, Credentials.none()).jobs())
                    .hasMessage("tried to GET " + guarded.url()
                            + "/v1/scheduler/jobs but Chronos asks who is there (401); give the realm's chronos section"
                            + " a login");
        }
    }

    @Test
    void remembersItsJobs() throws Exception {
        try (LocalChronos local = local("/v1/scheduler", Optional.empty())) {
            client(local, Credentials.none()).put(definition(SAMPLE));
        }
        try (LocalChronos local = local("/v1/scheduler", Optional.empty())) {
            assertThat(client(local, Credentials.none()).jobs()).hasSize(1);
        }
    }

    private LocalChronos local(String prefix, Optional<String> authorization) {
        LocalChronos.Config config =
                new LocalChronos.Config("127.0.0.1", 0, prefix, authorization, state, Clock.systemUTC());
        return LocalChronos.start(config, runner, new Room() {
            @Override
            public boolean take(String taskId, double cpus, double mem) {
                return true;
            }

            @Override
            public void giveBack(String taskId) {}
        });
    }

    private static HttpChronos client(LocalChronos local, Credentials credentials) {
        return new HttpChronos(new Remote(List.of(local.url().toString()), credentials, Timeouts.DEFAULT));
    }

    private static JobDefinition definition(String json) throws Exception {
        return JobDefinition.of(new ObjectMapper().readTree(json));
    }
}
