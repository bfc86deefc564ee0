package io.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.SequentialJudge;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.traffic.haproxy.Observed;
import io.cerebro.traffic.marathonlb.MarathonLbRouter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A canary whose router gives its app other labels than the definition has. */
class RoutedCanaryTest {
    private static final AppId ORDERS = AppId.of("/orders");

    private final TestClock clock = new TestClock();
    private final FakeMarathon marathon = new FakeMarathon(clock);
    private final MarathonLbRouter router =
            new MarathonLbRouter(() -> marathon, "X-Canary", List.of(new Observed("lb1", "/nobody/there.sock")));

    private static AppDefinition orders(String version) {
        return Drive.definition("""
                {"id": "/orders", "instances": 3, "cmd": "%s", "portDefinitions": [{"port": 10005}],
                 "labels": {"HAPROXY_GROUP": "external", "HAPROXY_0_VHOST": "shop.example.com", "TEAM": "shop"}}""".formatted(version));
    }

    @BeforeEach
    void live() {
        marathon.create(orders("v1"));
        clock.advance(Duration.ofSeconds(5));
    }

    @Test
    void theWayBackLeadsToTheLabelsOfTheDefinition() {
        AppDefinition canary = orders("v2")
                .withId(ORDERS.canary())
                .withLabel(Labels.RELEASE, "0123456789ab")
                .withLabel(Labels.CANARY_OF, "/orders");

        AppDefinition routed = Canary.routed(canary, marathon.app(ORDERS).orElseThrow(), router);

        assertThat(routed.label("HAPROXY_0_VHOST")).isEmpty();
        assertThat(routed.label(Labels.OWN_LABELS))
                .hasValue(
                        "{\"HAPROXY_GROUP\":\"external\",\"HAPROXY_0_VHOST\":\"shop.example.com\",\"TEAM\":\"shop\"}");
        assertThat(Canary.target(ORDERS, routed))
                .isEqualTo(orders("v2").withoutInstances())
                .isEqualTo(Canary.target(ORDERS, canary));
    }

    @Test
    void aPlanShowsTheCanaryAsItIsSent() {
        assertThat(plan(orders("v2")).requests().get(0).definition().label("HAPROXY_0_BACKEND_HEAD"))
                .hasValueSatisfying(head -> assertThat(head).contains("backend be_orders_canary"));
    }

    @Test
    void aServiceThatTheRouterCannotShareIsRefusedBeforeAnythingStarts() {
        marathon.put(orders("v1").withoutLabel("HAPROXY_0_VHOST"));
        clock.advance(Duration.ofSeconds(5));

        assertThat(plan(orders("v2")).obstacles())
                .containsExactly(new Plan.Obstacle(
                        "/orders has no label HAPROXY_0_VHOST, so marathon-lb knows it by its port alone, and nothing can be"
                                + " shared there: give it a host name, and deploy it once",
                        true));
    }

    private Plan plan(AppDefinition definition) {
        World world = new World(marathon, router, new SequentialJudge(), (host, task, lines) -> List.of(), clock);
        return Plan.of(Release.of(definition, Goal.RELEASE, Drive.SETTINGS, "ann", clock.instant()), world);
    }
}
