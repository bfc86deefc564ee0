package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Evidence NONE = Evidence.none(GateSettings.DEFAULT);

    @Test
    void countsFromItsOpeningOnAndAddsTheLoadBalancersUp() {
        Window window = Window.open(START, view(balancer("lb1", "1", 1000, 3), balancer("lb2", "7", 50, 0)), NONE)
                .advance(
                        START.plusSeconds(1),
                        view(balancer("lb1", "1", 1010, 4), balancer("lb2", "7", 55, 2)),
                        Optional.empty());

        assertThat(window.canary()).isEqualTo(new Counts(15, 3));
    }

    @Test
    void goesOnCountingAcrossAReload() {
        Window window = Window.open(START, view(balancer("lb1", "1", 1000, 3)), NONE)
                .advance(START.plusSeconds(1), view(balancer("lb1", "1", 1100, 3)), Optional.empty())
                .advance(START.plusSeconds(2), view(balancer("lb1", "2", 20, 1)), Optional.empty())
                .advance(START.plusSeconds(3), view(balancer("lb1", "2", 30, 1)), Optional.empty());

        assertThat(window.canary()).isEqualTo(new Counts(130, 1));
    }

    @Test
    void takesAFallenCounterForANewStart() {
        Window window = Window.open(START, view(balancer("lb1", "1", 1000, 3)), NONE)
                .advance(START.plusSeconds(1), view(balancer("lb1", "1", 10, 0)), Optional.empty());

        assertThat(window.canary()).isEqualTo(new Counts(10, 0));
    }

    @Test
    void takesNothingFromBeforeItSawALoadBalancer() {
        Window window = Window.open(START, view(balancer("lb1", "1", 1000, 3)), NONE)
                .advance(
                        START.plusSeconds(1),
                        view(balancer("lb1", "1", 1000, 3), balancer("lb2", "9", 500, 90)),
                        Optional.empty())
                .advance(START.plusSeconds(2), view(balancer("lb1", "1", 1001, 3)), Optional.empty())
                .advance(
                        START.plusSeconds(3),
                        view(balancer("lb1", "1", 1002, 3), balancer("lb2", "9", 504, 91)),
                        Optional.empty());

        assertThat(window.canary()).isEqualTo(new Counts(6, 1));
    }

    private static Map<String, Counters> view(LoadBalancer... balancers) {
        return Counters.of(new RouterView(List.of(balancers)));
    }

    private static LoadBalancer balancer(String name, String epoch, long requests, long errors) {
        Counts counts = new Counts(requests, errors);
        return new LoadBalancer(name, epoch, Share.OFF, List.of(), List.of(), Tally.NONE, Tally.of(counts));
    }
}
