package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarathonLbRouterIT extends RouterAcceptance {
    @Override
    Rig start(Path directory) throws Exception {
        return new MarathonLbRig(directory);
    }

    /** Its own template times nothing. */
    @Override
    List<Double> timed() {
        return List.of();
    }

    /** A reload is under way for some of it. */
    @Override
    Duration off() {
        return Duration.ofSeconds(5);
    }

    private MarathonLbRig lb() {
        return (MarathonLbRig) rig();
    }

    @Test
    void neitherTheServiceNorItsCanaryRestartsForAShare() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        Instant stable = changed(ORDERS);
        Instant canary = changed(ORDERS.canary());

        set(Share.ISOLATED);
        set(Share.percent(12.5));
        set(Share.OFF);

        assertThat(changed(ORDERS)).isEqualTo(stable);
        assertThat(changed(ORDERS.canary())).isEqualTo(canary);
        assertThat(lb().marathon().app(AppId.of("/orders-canary-share"))).isEmpty();
    }

    private Instant changed(AppId app) {
        return lb().marathon().app(app).orElseThrow().lastConfigChangeAt();
    }

    @Test
    void aMarathonLbThatDoesNothingIsNotBelieved() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        lb().idle();

        lb().router().set(ORDERS, Share.percent(10));

        assertThat(lb().router().look(ORDERS).lacking(Share.percent(10)))
                .isEqualTo("lb1, which has off; lb2, which has off");
    }

    @Test
    void aShareThatOutlivesItsCanaryCostsNothing() throws Exception {
        Instance stable = instance("v1");
        members(List.of(stable), instance("v2"));
        set(Share.percent(100));
        lb().marathon().delete(ORDERS.canary());
        lb().reload(instance("another"));

        Eventually.check(
                "the canary's backend is gone",
                () -> !lb().balancers().first().configuration().contains("backend be_orders_canary"));
        try (Client client = new Client(lb().ports().get(0), false)) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.get("/")).isEqualTo(new Client.Answer(200, "v1"));
            }
        }
    }
}
