package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Outcome;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QubitBambooFaultsIT extends ToldFaults {
    @Override
    ToldRig start(Path directory) throws Exception {
        return new QubitRig(directory);
    }

    /** What Marathon would end is all that HAProxy knows. */
    @Test
    void aDaemonThatStopsAfterTheShareKeepsTheServiceAsItIs() throws Exception {
        try (Load load = Load.on(rig().ports())) {
            release().reach("partial");
            rig().idle();

            Outcome outcome = release().toEnd(Duration.ofMillis(500));

            String shared = "lb1, which has 10 % of the traffic; lb2, which has 10 % of the traffic";
            assertThat(outcome.lines())
                    .containsExactly("failed: what renders the load balancers' configuration does not follow any more: "
                            + shared + NOT_OFF + shared);
            assertTakenAway(load);
            assertThat(release().stableImage()).isEqualTo("registry/orders:v1");
        }
    }

    /** Nothing but the daemon can change what HAProxy does then. */
    @Test
    void aCanaryIsLeftRunningThatCannotBeTurnedOff(@TempDir Path another) throws Exception {
        end();
        QubitRig rig = new QubitRig(another);
        rig.balancers().each(RenderedHaproxy::readOnly);
        try (rig;
                RiggedRelease release = RiggedRelease.begin(rig);
                Load load = Load.on(rig.ports())) {
            release.reach("partial");
            rig.idle();

            release.stop();
            Outcome outcome = release.toEnd();

            assertThat(outcome.lines())
                    .containsExactly("failed: stopped by ann; but not every load balancer confirmed the canary as off:"
                            + " lb1, which has 10 % of the traffic; lb2, which has 10 % of the traffic; /orders-canary is"
                            + " left running, because requests may still get there by lb1, which has 10 % of the traffic;"
                            + " and lb2, which has 10 % of the traffic: see to that, then roll it back");
            assertThat(release.canaryRuns()).isTrue();
            assertThat(load.failures()).isEmpty();
            rig.bamboo().idle(false);
            rig.router().set(ORDERS, Share.OFF);
            Eventually.check("it is off", () -> rig.router().look(ORDERS).confirms(Share.OFF));
        }
    }
}
