package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong with a router that renders HAProxy's configuration, through a whole release under load: the release turns
 * back and says what it has seen, and no request fails.
 */
abstract class RenderedFaults {
    private static final String UNCHANGED = "lb1, which has by header only; lb2, which has by header only";
    private static final String NOT_SHARED =
            "gave up after 30 s: canary partial: setting its share, to be confirmed by " + UNCHANGED;
    static final String NOT_OFF = "; but not every load balancer confirmed the canary as off: ";

    @TempDir
    Path directory;

    private RenderedRig rig;
    private RiggedRelease release;

    abstract RenderedRig start(Path directory) throws Exception;

    @BeforeEach
    void begin() throws Exception {
        rig = start(directory);
        release = RiggedRelease.begin(rig);
    }

    final RiggedRelease release() {
        return release;
    }

    final RenderedRig rig() {
        return rig;
    }

    @AfterEach
    void end() throws Exception {
        rig.close();
        release.close();
    }

    @Test
    void aLoadBalancerThatDiesWithAShareIsNamed() throws Exception {
        try (Load load = Load.on(rig.ports().subList(0, 1))) {
            release.reach("partial");
            rig.balancers().second().close();

            Outcome outcome = release.toEnd();

            String dead = "tried to ask load balancer lb2 at " + directory.resolve("lb2/admin.sock")
                    + " but nothing listens there; is HAProxy running?";
            assertThat(outcome.lines()).containsExactly("failed: " + dead + NOT_OFF + dead);
            assertTakenAway(load);
            Eventually.check(
                    "the daemon of the other has rendered the share as off",
                    () -> rendersOff(rig.balancers().first().configuration()));
        }
    }

    /** Whether a configuration tells that the share is off. */
    boolean rendersOff(String configuration) {
        return configuration.contains("backend share_orders_plain_0");
    }

    /** How a release ends whose daemon does nothing. */
    static String daemonDoesNothing() {
        return "failed: " + NOT_SHARED + NOT_OFF + UNCHANGED;
    }

    @Test
    void aDaemonThatDoesNothingIsNotBelieved() throws Exception {
        try (Load load = Load.on(rig.ports())) {
            release.reach("isolated");
            rig.idle();

            Outcome outcome = release.toEnd();

            assertThat(outcome.lines()).containsExactly(daemonDoesNothing());
            assertTakenAway(load);
        }
    }

    @Test
    void aDaemonThatRendersWhatWasBeforeIsNotBelieved() throws Exception {
        try (Load load = Load.on(rig.ports())) {
            release.reach("isolated");
            rig.old();

            Outcome outcome = release.toEnd();

            assertThat(outcome.lines()).containsExactly(daemonDoesNothing());
            assertTakenAway(load);
        }
    }

    @Test
    void aReloadThatHaproxyRefusesIsSeen() throws Exception {
        try (Load load = Load.on(rig.ports());
                Instance another = Instance.named("another")) {
            release.reach("isolated");
            rig.spoil(another);

            Outcome outcome = release.toEnd();

            assertThat(outcome.lines()).containsExactly(daemonDoesNothing());
            assertTakenAway(load);
        }
    }

    final void assertTakenAway(Load load) throws Exception {
        assertThat(release.canaryRuns()).isFalse();
        assertThat(release.reachAtKills()).isNotEmpty().allMatch(reach -> reach.closed() && reach.sessions() == 0);
        long canary = load.plain("v2") + load.byHeader("v2");
        long sent = load.sent();
        Eventually.check("300 requests more", () -> load.sent() > sent + 300);
        assertThat(load.plain("v2") + load.byHeader("v2")).isEqualTo(canary);
        assertThat(load.failures()).isEmpty();
    }
}
