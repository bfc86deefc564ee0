package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Outcome;
import io.cerebro.traffic.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two HAProxies that Cerebro drives fails in the middle of a whole release, under load on the other. */
class HaproxyFaultsIT {
    private static final String NOT_OFF = "; but not every load balancer confirmed the canary as off: ";

    /** Each takes as long as a silent socket is waited for. */
    private static final Duration A_FEW_LOOKS = Duration.ofSeconds(15);

    @TempDir
    Path directory;

    private LiveRig rig;
    private RiggedRelease release;
    private String asked;

    @BeforeEach
    void begin() throws Exception {
        rig = new LiveRig(directory);
        release = RiggedRelease.begin(rig);
        asked = "tried to ask load balancer lb2-haproxy at " + directory.resolve("lb2/admin.sock") + " but ";
    }

    @AfterEach
    void end() {
        rig.close();
        release.close();
    }

    @Test
    void oneThatDiesIsNamedAndTheOtherServesOn() throws Exception {
        try (Load load = Load.on(rig.ports().subList(0, 1))) {
            release.reach("partial");
            rig.second().rotation().close();
            signal("-KILL");

            Outcome outcome = release.toEnd();

            String dead = asked + "nothing listens there; is HAProxy running?";
            assertThat(outcome.lines()).containsExactly("failed: " + dead + NOT_OFF + dead);
            assertThat(release.canaryRuns()).isFalse();
            assertThat(release.reachAtKills()).isNotEmpty().allMatch(reach -> reach.closed() && reach.sessions() == 0);
            assertThat(load.failures()).isEmpty();
            assertThat(directory.resolve("lb1/maps/share.map")).isEmptyFile();
        }
    }

    /** What does not answer may serve on, as a machine does whose network lets only some of it through. */
    @Test
    void noCanaryIsKilledWhileOneIsSilentThatMayRouteToIt() throws Exception {
        try (Load load = Load.on(rig.ports().subList(0, 1))) {
            release.reach("partial");
            rig.second().rotation().close();
            signal("-STOP");

            Outcome outcome;
            try {
                outcome = release.toEnd(A_FEW_LOOKS);
            } finally {
                signal("-CONT");
            }

            String silent = asked + "it did not answer within 2000 ms; is it overloaded, or stopped?";
            assertThat(outcome.lines())
                    .containsExactly(
                            "failed: " + silent + NOT_OFF + silent + "; /orders-canary is left running, because"
                                    + " requests may still get there by lb2-haproxy, which does not answer: see to that, then roll"
                                    + " it back");
            assertThat(release.canaryRuns()).isTrue();
            assertThat(rig.router().look(ORDERS).loadBalancers().get(0).share()).isEqualTo(Share.OFF);
            assertThat(load.failures()).isEmpty();
        }
    }

    /** To the master and its workers. */
    private void signal(String signal) throws Exception {
        long master = Long.parseLong(
                Files.readString(directory.resolve("lb2/haproxy.pid")).strip());
        ProcessHandle process = ProcessHandle.of(master).orElseThrow();
        List<String> all = Stream.concat(Stream.of(process), process.descendants())
                .map(one -> Long.toString(one.pid()))
                .toList();
        List<String> kill = new ArrayList<>(List.of("kill", signal));
        kill.addAll(all);
        assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    }
}
