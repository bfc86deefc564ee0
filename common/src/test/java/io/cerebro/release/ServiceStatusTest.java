package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Reach;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceStatusTest {
    private final Drive drive = new Drive().live(orders("v1"));

    @Test
    void tellsWhatRuns() {
        ServiceStatus status = ServiceStatus.of(ORDERS, drive.world());

        String release = Labels.releaseId(orders("v1"));
        assertThat(status.stable())
                .contains(new AppStatus(
                        Optional.of("registry/orders:v1"),
                        Optional.of(release),
                        3,
                        3,
                        false,
                        Optional.of("ann"),
                        drive.marathon.app(ORDERS).orElseThrow().version()));
        assertThat(status.canary()).isEmpty();
        assertThat(status.lines())
                .containsExactly("/orders: 3 of 3 instances healthy, registry/orders:v1, release " + release);
    }

    @Test
    void tellsOfACanaryWithItsShareAndWhoHoldsIt() {
        drive.toEnd(drive.release(orders("v2"), Goal.PARTIAL));

        ServiceStatus status = ServiceStatus.all(drive.world()).get(0);

        assertThat(status.shares()).isEqualTo(Map.of("lb1", Share.percent(10), "lb2", Share.percent(10)));
        AppStatus canary = status.canary().orElseThrow();
        assertThat(canary.by()).contains("ann");
        assertThat(status.lines())
                .containsExactly(
                        "/orders: 3 of 3 instances healthy, registry/orders:v1, release "
                                + Labels.releaseId(orders("v1")),
                        "  canary: 1 of 1 instances healthy, registry/orders:v2, release "
                                + Labels.releaseId(orders("v2")) + ", held by ann since " + canary.since(),
                        "  lb1: 10 % of the traffic",
                        "  lb2: 10 % of the traffic");
    }

    @Test
    void tellsTheRestWhenALoadBalancerDoesNotAnswer() {
        drive.router.down("lb2", true);

        ServiceStatus status = ServiceStatus.all(drive.world()).get(0);

        assertThat(status.stable()).isPresent();
        assertThat(status.shares()).isEmpty();
        assertThat(status.routerTrouble()).contains("tried to ask load balancer lb2 but it did not answer");
    }

    @Test
    void doesNotWaitTwiceForALoadBalancerThatDoesNotAnswer() {
        drive.live(Drive.definition(orders("v1").json().toString().replace("/orders\"", "/basket\"")));
        drive.router.down("lb2", true);
        int[] looks = {0};
        World world = new World(
                drive.marathon,
                new Router() {
                    @Override
                    public void set(AppId service, Share share) {
                        drive.router.set(service, share);
                    }

                    @Override
                    public RouterView look(AppId service) {
                        looks[0]++;
                        return drive.router.look(service);
                    }

                    @Override
                    public Reach reach(AppId service) {
                        return drive.router.reach(service);
                    }
                },
                drive.world().judge(),
                drive.world().log(),
                drive.clock);

        assertThat(ServiceStatus.all(world))
                .hasSize(2)
                .allSatisfy(status -> assertThat(status.routerTrouble()).isPresent());
        assertThat(looks[0]).isEqualTo(1);
    }
}
