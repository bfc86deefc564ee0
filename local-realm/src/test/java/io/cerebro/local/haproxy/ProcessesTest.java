package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final String HEADING =
            "#<PID>          <type>          <reloads>       <uptime>        <version>      \n";

    @Test
    void readsAMasterWithOneWorker() {
        assertThat(Processes.parse(HEADING
                        + "12335           master          0 [failed: 0]   0d00h00m43s     2.6.12-1+deb12u4\n"
                        + "# workers\n"
                        + "12338           worker          0               0d00h00m43s     2.6.12-1+deb12u4\n"
                        + "# programs\n"))
                .isEqualTo(new Processes(12335, 0, 0, 12338, List.of()));
    }

    @Test
    void readsWorkersThatAreLeavingAndFailedReloads() {
        assertThat(Processes.parse(HEADING
                        + "1162            master          5 [failed: 2]   0d00h02m07s     2.6.12-1+deb12u4\n"
                        + "# workers\n"
                        + "1271            worker          1               0d00h00m00s     2.6.12-1+deb12u4\n"
                        + "# old workers\n"
                        + "1233            worker          3               0d00h00m43s     2.6.12-1+deb12u4\n"
                        + "1234            worker          4               0d00h00m59s     2.6.12-1+deb12u4\n"
                        + "# programs\n"))
                .isEqualTo(new Processes(1162, 5, 2, 1271, List.of(1233L, 1234L)));
    }

    @Test
    void aMasterWithoutAWorkerIsNotThereYet() {
        assertThatThrownBy(() -> Processes.parse("# workers\n"))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to find HAProxy's worker but its master shows none: # workers");
    }
}
