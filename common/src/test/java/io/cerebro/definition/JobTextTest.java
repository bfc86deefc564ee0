package io.cerebro.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.chronos.JobDefinition;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Realms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTextTest {
    private static final String JOB = """
            name: orders-report
            command: ./report.sh --realm ${REALM}
            schedule: R/2026-11-23T02:00:00Z/P1D
            owner: orders@example.com
            cpus: 0.5
            mem: 128
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void aRealm() throws Exception {
        Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  prod:
                    marathon: {urls: [http://marathon.example.com:8080]}
                    chronos: {urls: [http://chronos.example.com:4400]}
                    limits: {cpus: 1, mem: 512}
                    environment: {REGION: eu}
                """);
    }

    @Test
    void rendersForARealm() throws Exception {
        Files.writeString(directory.resolve("job.prod.yaml"), "mem: 256\n");
        assertThat(render(JOB).json())
                .hasToString("{\"name\":\"orders-report\",\"command\":\"./report.sh --realm prod\","
                        + "\"schedule\":\"R/2026-11-23T02:00:00Z/P1D\",\"owner\":\"orders@example.com\",\"cpus\":0.5,"
                        + "\"mem\":256,\"environmentVariables\":[{\"name\":\"REGION\",\"value\":\"eu\"}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mem: 128                             | mme: 128             | 6:1: mme is not a field of Chronos's jobs, and it would ignore it; did you mean 'mem'?
            mem: 128                             | successCount: 3      | 6:1: successCount is Chronos's own to say: leave it out
            mem: 128                             | retries: often       | 6:10: retries must be a whole number, but is 'often'
            mem: 128                             | retries: 1           | 1:1: mem is missing: say how many MB a run needs, such as 128
            mem: 128                             | mem: 1024            | 6:6: mem is 1024, but the realm prod allows a run at most 512: ask for less, or have limits.mem raised in realms.yaml
            cpus: 0.5                            | cpus: 0              | 5:7: cpus must be more than 0, but is 0
            owner: orders@example.com            | owner: the orders    | 4:8: owner is who gets Chronos's mail, addresses such as orders@example.com, but is 'the orders'
            name: orders-report                  | name: orders/report  | 1:7: name: 'orders/report' is not a job's name: it has letters, digits, '_', '.' and '-'
            schedule: R/2026-11-23T02:00:00Z/P1D | schedule: daily      | 3:11: schedule: 'daily' is no schedule: it is repetitions, start and interval, such as R/2026-11-23T02:00:00Z/P1D
            schedule: R/2026-11-23T02:00:00Z/P1D | retries: 1           | 1:1: a job has either a schedule, such as R/2026-11-23T02:00:00Z/P1D, or parents, whose end it waits for
            schedule: R/2026-11-23T02:00:00Z/P1D | parents: []          | 3:10: parents is empty: name at least one job, or give it a schedule
            owner: orders@example.com            | container: {type: x} | 4:12: container has no image, such as registry.example.com/report:v1
            """)
    void refuses(String good, String bad, String message) {
        assertThatThrownBy(() -> render(JOB.replace(good, bad)))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(directory.resolve("job.yaml") + ":" + message);
    }

    private JobDefinition render(String text) throws Exception {
        Files.writeString(directory.resolve("job.yaml"), text);
        Realm realm =
                Realms.read(directory.resolve("realms.yaml"), name -> directory).get("prod");
        return DefinitionFile.job(directory.resolve("job.yaml"), realm, Map.of());
    }
}
