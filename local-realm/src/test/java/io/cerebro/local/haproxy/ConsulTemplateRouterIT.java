package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsulTemplateRouterIT extends RouterAcceptance {
    @Override
    Rig start(Path directory) throws Exception {
        return new ConsulRig(directory);
    }

    /** A reload is under way for some of it. */
    @Override
    Duration off() {
        return Duration.ofSeconds(5);
    }

    private ConsulRig consul() {
        return (ConsulRig) rig();
    }

    @Test
    void theShareIsOneDocument() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        set(Share.percent(12.5));
        assertThat(consul().consul().text("canary/orders/config"))
                .isEqualTo("{\"header\":\"X-Canary\",\"value\":\"orders\",\"share\":\"1250\"}");
        set(Share.OFF);
        assertThat(consul().consul().text("canary/orders/config"))
                .isEqualTo("{\"header\":\"\",\"value\":\"\",\"share\":\"0\"}");
    }

    @Test
    void aConsulTemplateThatDoesNothingIsNotBelieved() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        consul().consul().idle(true);

        consul().router().set(ORDERS, Share.percent(10));

        assertThat(consul().router().look(ORDERS).lacking(Share.percent(10)))
                .isEqualTo("lb1, which has off; lb2, which has off");
        assertStableServes();
    }

    @Test
    void aConsulThatIsDownIsNamed() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        String url = consul().consul().url();
        consul().consul().close();

        assertThatThrownBy(() -> consul().router().set(ORDERS, Share.percent(10)))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith("tried to GET " + url + "/v1/kv/canary/orders/config but ");
        assertStableServes();
    }

    @Test
    void aLoadBalancerThatDiesIsNamed() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        consul().balancers().first().close();

        Eventually.check("it is gone", () -> {
            try {
                consul().router().look(ORDERS);
                return false;
            } catch (Unreachable named) {
                return String.valueOf(named.getMessage()).startsWith("tried to ask load balancer lb1 at ");
            }
        });
    }

    private void assertStableServes() throws Exception {
        try (Client client = new Client(consul().ports().get(0), false)) {
            assertThat(client.get("/")).isEqualTo(new Client.Answer(200, "v1"));
        }
    }
}
