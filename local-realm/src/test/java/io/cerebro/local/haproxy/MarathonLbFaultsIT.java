package io.cerebro.local.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.release.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarathonLbFaultsIT extends RenderedFaults {
    @Override
    RenderedRig start(Path directory) throws Exception {
        return new MarathonLbRig(directory);
    }

    /** The share's app is gone then, and with it what tells of it. */
    @Override
    boolean rendersOff(String configuration) {
        return !configuration.contains("share_orders_");
    }

    /** No request is lost on its way to the promotion, where marathon-lb learns of an instance that ends when it does. */
    @Test
    void aReleaseGoesThroughAndLeavesNothingBehind(@TempDir Path another) throws Exception {
        end();
        MarathonLbRig rig = new MarathonLbRig(another);
        try (rig;
                RiggedRelease release = RiggedRelease.begin(rig);
                Load load = Load.on(rig.ports())) {
            release.reach("partial");
            long before = load.plain("v2");
            Eventually.check("customers reach the canary", () -> load.plain("v2") > before + 20);
            assertThat(load.failures()).isEmpty();

            Outcome outcome = release.toEnd(Duration.ofMillis(500));

            assertThat(outcome.lines()).containsExactly("done: /orders is live, 3 instances serve it");
            assertThat(release.canaryRuns()).isFalse();
            assertThat(rig.marathon().app(AppId.of("/orders-canary-share"))).isEmpty();
            assertThat(rig.marathon()
                            .app(LiveRealm.ORDERS)
                            .orElseThrow()
                            .definition()
                            .labels())
                    .containsEntry("HAPROXY_0_VHOST", "test")
                    .doesNotContainKeys("CEREBRO_OWN_LABELS", "HAPROXY_0_BACKEND_HEAD");
        }
    }
}
