package io.cerebro.traffic.marathonlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.release.Drive;
import io.cerebro.release.TestClock;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.haproxy.Observed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarathonLbRouterTest {
    private static final AppId ORDERS = AppId.of("/orders");
    private static final AppId SHARE = AppId.of("/orders-canary-share");

    private final TestClock clock = new TestClock();
    private final FakeMarathon marathon = new FakeMarathon(clock);
    private final MarathonLbRouter router =
            new MarathonLbRouter(() -> marathon, "X-Canary", List.of(new Observed("lb1", "/nobody/there.sock")));

    private static AppDefinition orders() {
        return Drive.definition("""
                {"id": "/orders", "instances": 3, "acceptedResourceRoles": ["public"],
                 "portDefinitions": [{"port": 10005}, {"port": 10006}],
                 "labels": {"HAPROXY_GROUP": "external", "HAPROXY_0_VHOST": "Shop.example.com,www.example.com",
                            "HAPROXY_0_BACKEND_WEIGHT": "3", "HAPROXY_0_AUTH": "shop:ann:x", "TEAM": "shop"}}""");
    }

    private void live(AppDefinition definition) {
        marathon.create(definition);
        clock.advance(Duration.ofSeconds(5));
    }

    private AppDefinition share() {
        return marathon.app(SHARE).orElseThrow().definition();
    }

    private String label(String name) {
        return share().label(name).orElse("(none)");
    }

    @Test
    void aShareIsAnAppWithTheRules() {
        live(orders());

        router.set(ORDERS, Share.percent(12.5));

        String to = "  use_backend %[str(be_orders_canary)] if {{ hdr(host) -i Shop.example.com www.example.com }}"
                + " {{ str(be_orders_canary),nbsrv gt 0 }} ";
        assertThat(label("HAPROXY_0_HTTP_FRONTEND_ROUTING_ONLY_WITH_AUTH"))
                .isEqualTo(to + "{{ req.hdr(X-Canary) -m str orders }}\n"
                        + to + "!{{ req.hdr(X-Canary) -m found }} {{ req.cook(canary) -m str orders }}\n"
                        + to + "{{ req.cook(uid) -m found }} {{ req.cook(uid),crc32(1),mod(10000) lt 1250 }}\n"
                        + to + "!{{ req.cook(uid) -m found }} {{ rand(10000) lt 1250 }}\n");
        assertThat(label("HAPROXY_0_HTTPS_FRONTEND_ACL_WITH_AUTH"))
                .startsWith("  use_backend %[str(be_orders_canary)] if {{ ssl_fc_sni {hostname} }} ");
        assertThat(label("HAPROXY_0_BACKEND_HEAD")).isEqualTo("\nbackend share_orders_header_1250\n");
        assertThat(label("HAPROXY_GROUP")).isEqualTo("external");
        assertThat(label("HAPROXY_0_VHOST")).isEqualTo("Shop.example.com,www.example.com");
        assertThat(label("HAPROXY_0_BACKEND_WEIGHT")).isEqualTo("3");
        assertThat(label("HAPROXY_1_VHOST")).isEqualTo("(none)");
        assertThat(label("TEAM")).isEqualTo("(none)");
        assertThat(share().json().at("/acceptedResourceRoles/0").asText()).isEqualTo("public");
        assertThat(share().json().at("/portDefinitions")).hasSize(1);
    }

    /** Any earlier would take requests of another app with a longer path of the same host. */
    @Test
    void itsRulesComeRightBeforeThoseOfTheService() {
        live(orders());
        router.set(ORDERS, Share.ISOLATED);

        String id = label("HAPROXY_DEPLOYMENT_GROUP");

        assertThat(id).isEqualTo("/orderr~").isLessThan("/orders").isGreaterThan("/orderrz");
        assertThat(label("HAPROXY_0_HTTP_FRONTEND_ACL_WITH_AUTH")).doesNotContain("rand", "uid");
    }

    @Test
    void theSameShareIsAskedForOnce() {
        live(orders());
        router.set(ORDERS, Share.percent(10));
        router.set(ORDERS, Share.percent(10));
        assertThat(marathon.changes()).containsExactly("POST /orders", "POST /orders-canary-share");
    }

    @Test
    void theNextShareDoesNotWaitForTheDeploymentOfTheLast() {
        live(orders());
        router.set(ORDERS, Share.ISOLATED);
        router.set(ORDERS, Share.percent(10));
        router.set(ORDERS, Share.OFF);
        assertThat(marathon.changes())
                .containsExactly(
                        "POST /orders",
                        "POST /orders-canary-share",
                        "PUT /orders-canary-share",
                        "PUT by force /orders-canary-share",
                        "DELETE /orders-canary-share",
                        "DELETE by force /orders-canary-share");
        assertThat(marathon.app(SHARE)).isEmpty();
    }

    @Test
    void aDeploymentOfSomebodyElseIsNotCancelled() {
        live(orders());
        router.set(ORDERS, Share.ISOLATED);
        clock.advance(Duration.ofSeconds(5));
        marathon.lock(SHARE, "d-group", ORDERS);

        assertThatThrownBy(() -> router.set(ORDERS, Share.OFF))
                .isInstanceOf(Unreachable.class)
                .hasMessage(
                        "tried to change /orders-canary-share but deployment d-group of somebody else holds it: wait"
                                + " for it, or cancel it");
    }

    @Test
    void anAppOfSomebodyElseIsLeftAlone() {
        live(orders());
        live(Drive.definition("{\"id\": \"/orders-canary-share\"}"));

        assertThatThrownBy(() -> router.set(ORDERS, Share.OFF))
                .isInstanceOf(RouterException.class)
                .hasMessage("/orders-canary-share is there and is not the share of /orders: it has no label"
                        + " CEREBRO_SHARE_OF; give that app another name");
    }

    @Test
    void nothingLeadsToACanaryByItsOwnLabels() {
        live(orders());

        AppDefinition canary = router.canary(
                orders().withId(ORDERS.canary()), marathon.app(ORDERS).orElseThrow());

        assertThat(canary.labels())
                .containsOnlyKeys(
                        "TEAM",
                        "HAPROXY_GROUP",
                        "HAPROXY_0_MODE",
                        "HAPROXY_0_BACKEND_HEAD",
                        "HAPROXY_0_BACKEND_SERVER_OPTIONS",
                        "HAPROXY_0_FRONTEND_HEAD",
                        "HAPROXY_0_FRONTEND_BACKEND_GLUE",
                        "HAPROXY_0_HTTP_FRONTEND_APPID_ACL",
                        "HAPROXY_1_BACKEND_HEAD",
                        "HAPROXY_1_FRONTEND_HEAD",
                        "HAPROXY_1_FRONTEND_BACKEND_GLUE",
                        "HAPROXY_1_HTTP_FRONTEND_APPID_ACL")
                .containsEntry("HAPROXY_0_FRONTEND_HEAD", "")
                .containsEntry("HAPROXY_0_MODE", "http");
        assertThat(canary.label("HAPROXY_0_BACKEND_HEAD"))
                .hasValue("\nbackend be_orders_canary\n  balance {balance}\n  mode {mode}\n  option redispatch 1\n"
                        + "  retries 3\n  retry-on conn-failure empty-response\n  http-request disable-l7-retry unless"
                        + " METH_GET or {{ method OPTIONS }}\n  server stable 127.0.0.1:10005 backup\n");
    }

    /** Its own host name leads nowhere, nor does it matter that it has none. */
    @Test
    void aCanaryIsSharedByTheHostNameOfTheService() {
        live(orders());
        AppDefinition unnamed =
                orders().withId(ORDERS.canary()).withoutLabel("HAPROXY_0_VHOST").withLabel("HAPROXY_0_MODE", "tcp");

        AppDefinition canary = router.canary(unnamed, marathon.app(ORDERS).orElseThrow());

        assertThat(canary.label("HAPROXY_0_MODE")).hasValue("http");
    }

    @Test
    void aServiceThatIsKnownByItsPortAloneHasNoCanary() {
        live(orders().withoutLabel("HAPROXY_0_VHOST"));
        assertThatThrownBy(() -> router.canary(orders(), marathon.app(ORDERS).orElseThrow()))
                .isInstanceOf(RouterException.class)
                .hasMessage(
                        "/orders has no label HAPROXY_0_VHOST, so marathon-lb knows it by its port alone, and nothing"
                                + " can be shared there: give it a host name, and deploy it once");
    }

    /** So a rolling deploy of it does not ask for a proof that cannot be had. */
    @Test
    void onlyWhatHasAShareShowsThatItIsFollowed() {
        assertThat(router.rendered(ORDERS)).isFalse();
        live(orders());
        assertThat(router.rendered(ORDERS)).isTrue();
        live(Drive.definition("{\"id\": \"/mail\", \"portDefinitions\": [{\"port\": 10025}]}"));
        assertThat(router.rendered(AppId.of("/mail"))).isFalse();
    }

    @Test
    void rulesOfItsOwnAreRefused() {
        live(orders().withLabel("HAPROXY_0_HTTP_FRONTEND_ACL", "  use_backend {backend} if TRUE"));
        assertThatThrownBy(() -> router.set(ORDERS, Share.ISOLATED))
                .isInstanceOf(RouterException.class)
                .hasMessage(
                        "/orders has rules of its own in its label HAPROXY_0_HTTP_FRONTEND_ACL, which Cerebro cannot"
                                + " put a canary's before: use HAPROXY_0_VHOST and HAPROXY_0_PATH");
    }

    @Test
    void aLineBreakDoesNotGetIntoTheConfiguration() {
        live(orders().withLabel("HAPROXY_0_PATH", "/a\n  http-request deny"));
        assertThatThrownBy(() -> router.set(ORDERS, Share.ISOLATED))
                .isInstanceOf(RouterException.class)
                .hasMessage("/orders has '/a?  http-request deny' in its label HAPROXY_0_PATH, which Cerebro does not"
                        + " copy into HAProxy's configuration: it takes a path such as /api");
    }

    @Test
    void whatIsRenderedForAHostNameOnlyIsRefused() {
        live(orders());
        AppDefinition rewriting = orders().withLabel("HAPROXY_0_HTTP_BACKEND_PROXYPASS_PATH", "/shop");
        assertThatThrownBy(() -> router.canary(
                        rewriting.withId(ORDERS.canary()), marathon.app(ORDERS).orElseThrow()))
                .isInstanceOf(RouterException.class)
                .hasMessage(
                        "/orders-canary would have the label HAPROXY_0_HTTP_BACKEND_PROXYPASS_PATH, which marathon-lb"
                                + " renders for a service with a host name only: a canary of it cannot be had");
    }
}
