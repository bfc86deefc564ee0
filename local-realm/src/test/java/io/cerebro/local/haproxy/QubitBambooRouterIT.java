package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QubitBambooRouterIT extends RouterAcceptance {
    @Override
    Rig start(Path directory) throws Exception {
        return new QubitRig(directory);
    }

    /** A reload is under way for some of it. */
    @Override
    Duration off() {
        return Duration.ofSeconds(5);
    }

    private QubitRig qubit() {
        return (QubitRig) rig();
    }

    @Test
    void keepsWhatIsNotItsOwnInTheConfigurationOfTheService() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        set(Share.percent(10));
        set(Share.OFF);
        assertThat(new okhttp3.OkHttpClient()
                        .newCall(new okhttp3.Request.Builder()
                                .url(qubit().bamboo().url() + "/api/services")
                                .build())
                        .execute()
                        .body()
                        .string())
                .isEqualTo(
                        "{\"/orders\":{\"Id\":\"/orders\",\"Acl\":\"hdr(host) -i test\",\"Config\":{\"Acl\":\"hdr(host) -i"
                                + " test\",\"Team\":\"shop\"}}}");
    }

    @Test
    void aBambooThatAnswers200AndDoesNothingIsNotBelieved() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        qubit().bamboo().idle(true);

        qubit().router().set(ORDERS, Share.percent(10));

        RouterView view = qubit().router().look(ORDERS);
        assertThat(view.confirms(Share.percent(10))).isFalse();
        assertThat(view.lacking(Share.percent(10))).isEqualTo("lb1, which has off; lb2, which has off");
        assertStableServes();
    }

    @Test
    void aBambooThatIsDownIsNamed() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        String url = qubit().bamboo().url();
        qubit().bamboo().close();

        assertThatThrownBy(() -> qubit().router().set(ORDERS, Share.percent(10)))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith("tried to GET " + url + "/api/services but ");
        assertStableServes();
    }

    @Test
    void aBambooWithoutZooKeeperIsNotTakenForOneWithoutServices() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        String url = qubit().bamboo().url();
        qubit().zooKeeper().stop();

        assertThatThrownBy(() -> qubit().router().check())
                .isInstanceOf(Unreachable.class)
                .hasMessage(
                        "tried to GET " + url + "/api/state but Qubit Bamboo answered 200 'null' instead of its state:"
                                + " does it reach its ZooKeeper and Marathon? Its log says so");
        assertThatThrownBy(() -> qubit().router().set(ORDERS, Share.percent(10)))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(url + "/api/services");
        assertStableServes();
    }

    @Test
    void aLoadBalancerThatDiesIsNamed() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        qubit().balancers().first().close();

        Eventually.check("it is gone", () -> {
            try {
                qubit().router().look(ORDERS);
                return false;
            } catch (Unreachable named) {
                return String.valueOf(named.getMessage()).startsWith("tried to ask load balancer lb1 at ");
            }
        });
    }

    @Test
    void anEntryThatHaproxyRefusesStopsTheShareAndNotTheTraffic() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        qubit().bamboo().store("/orders", "{\"Acl\":\"hdr(host -i test\"}");

        qubit().router().set(ORDERS, Share.percent(10));

        assertThat(qubit().router().look(ORDERS).lacking(Share.percent(10)))
                .isEqualTo("lb1, which has off; lb2, which has off");
        assertStableServes();
        qubit().bamboo().store("/orders", "{\"Acl\":\"hdr(host) -i test\"}");
        set(Share.percent(10));
    }

    @Test
    void aConfigurationWithoutServersIsRefused() throws Exception {
        members(List.of(instance("v1")));
        qubit().bamboo().apps(List.of());

        assertThatThrownBy(() -> qubit().balancers().first().take("backend be_orders\n"))
                .hasMessageContaining("it has no servers, as if Marathon had no apps; HAProxy keeps ");
        assertThat(qubit().balancers().first().configuration()).contains("backend share_orders_plain_0");
        assertStableServes();
    }

    @Test
    void aLineBreakThatSomebodyHasWrittenIsNotPassedOn() throws Exception {
        members(List.of(instance("v1")), instance("v2"));
        qubit().bamboo().store("/orders", "{\"Acl\":\"hdr(host) -i test\\n  http-request deny\"}");

        assertThatThrownBy(() -> qubit().router().set(ORDERS, Share.percent(10)))
                .isInstanceOf(RouterException.class)
                .hasMessage(
                        "Qubit Bamboo's configuration of /orders has a control character in 'Acl', such as a line break,"
                                + " which would get into HAProxy's configuration: correct it first");
    }

    private void assertStableServes() throws Exception {
        try (Client client = new Client(qubit().ports().get(0), false)) {
            assertThat(client.get("/")).isEqualTo(new Client.Answer(200, "v1"));
        }
    }
}
