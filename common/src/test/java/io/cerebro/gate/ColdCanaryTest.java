package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A canary whose every answer takes long in its first 20 seconds, as load balancers time it. */
class ColdCanaryTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final GateSettings USUAL = GateSettings.DEFAULT;
    private static final int COLD_S = 20;

    private static Hearing after(int seconds, Optional<Duration> warmUp) {
        Hearing hearing = Hearing.open(START, Counters.of(view(0)), Learned.nothing(USUAL), warmUp);
        for (int second = 1; second <= seconds; second++) {
            hearing = hearing.look(
                    START.plusSeconds(second),
                    Counters.of(view(second)),
                    Map.of(),
                    List.of(),
                    new SequentialJudge(),
                    USUAL);
        }
        return hearing;
    }

    private static RouterView view(int second) {
        long slow = 10L * Math.min(second, COLD_S);
        return new RouterView(List.of(new LoadBalancer(
                "lb1",
                "1",
                Share.percent(10),
                List.of(),
                List.of(),
                answers(90L * second, 0),
                answers(10L * second, slow))));
    }

    private static Tally answers(long requests, long slow) {
        return new Tally(new Counts(requests, 0), new Latencies(requests, List.of(0.1), List.of(slow)));
    }

    @Test
    void failsWhereItIsComparedFromTheStart() {
        assertThat(after(10, Optional.of(Duration.ZERO)).verdict().toString())
                .startsWith(
                        "FAIL: 100 of 100 canary requests were slower than 100 ms (100.00 %), stable 0.00 %; evidence of"
                                + " more than 1.5 times as many: ")
                .endsWith(", enough is 200");
    }

    @Test
    void isNotTimedWhileItWarmsUpAndIsJudgedByWhatItTakesThen() {
        Optional<Duration> warmUp = Optional.of(Duration.ofSeconds(COLD_S));

        assertThat(after(COLD_S, warmUp).findings())
                .extracting(Finding::respect)
                .containsExactly("errors");
        assertThat(after(140, warmUp).findings())
                .extracting(
                        Finding::source,
                        Finding::respect,
                        Finding::canary,
                        found -> found.verdict().kind())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Finding.TRAFFIC, "errors", new Counts(1400, 0), Verdict.Kind.PASS),
                        org.assertj.core.groups.Tuple.tuple(
                                Finding.TRAFFIC, "slower than 100 ms", new Counts(1200, 0), Verdict.Kind.PASS));
    }

    /** 60 timed requests are not enough for a PASS of their own. */
    @Test
    void isNotHeldUpByWhatLoadBalancersTimeUnasked() {
        Hearing hearing = after(140, Optional.of(Duration.ofSeconds(134)));

        assertThat(hearing.findings().get(1).verdict().kind()).isEqualTo(Verdict.Kind.NOT_ENOUGH_DATA);
        assertThat(hearing.verdict())
                .isEqualTo(Verdict.pass("0 of 1400 canary requests failed (0.00 %), stable 0.00 %"));
    }

    @Test
    void isNeverTimedByThoseWhoAskForIt() {
        assertThat(after(90, Optional.empty()).findings())
                .extracting(Finding::respect)
                .containsExactly("errors");
    }

    @Test
    void goesOnWithTheOthersWhereOneLoadBalancerHasNothingTimed() {
        LoadBalancer mute = new LoadBalancer(
                "lb2",
                "1",
                Share.percent(10),
                List.of(),
                List.of(),
                Tally.of(new Counts(9, 0)),
                Tally.of(new Counts(1, 0)));

        assertThat(Counters.of(new RouterView(List.of(view(1).loadBalancers().get(0), mute))))
                .containsOnlyKeys("lb1", "lb1 timing", "lb2");
    }
}
