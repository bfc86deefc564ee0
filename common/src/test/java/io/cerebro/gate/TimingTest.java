package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.GateSettings;
import io.cerebro.realm.LatencySettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final List<Double> BOUNDS = List.of(0.1, 0.25, 1.0);
    private static final GateSettings USUAL = GateSettings.DEFAULT;
    private static final Duration LENGTH = Duration.ofSeconds(100);

    private static Finding judged(int looks, List<Long> stable, List<Long> canary) {
        Timing timing = Timing.none(LatencySettings.DEFAULT);
        for (int i = 0; i < looks; i++) {
            timing = timing.look(new Latencies(900, BOUNDS, stable), new Latencies(100, BOUNDS, canary));
        }
        return LatencyJudge.judge("metrics", timing, LENGTH, USUAL, 1);
    }

    @Test
    void passesACanaryThatIsAsFast() {
        Finding finding = judged(100, List.of(90L, 27L, 9L), List.of(10L, 3L, 1L));

        assertThat(finding.respect()).isEqualTo("slower than 250 ms");
        assertThat(finding.verdict())
                .isEqualTo(
                        Verdict.pass("300 of 10000 canary requests were slower than 250 ms (3.00 %), stable 3.00 %"));
    }

    @Test
    void failsOneWhoseTailIsLonger() {
        Finding finding = judged(10, List.of(90L, 27L, 0L), List.of(10L, 3L, 3L));

        assertThat(finding.respect()).isEqualTo("slower than 1000 ms");
        assertThat(finding.verdict().kind()).isEqualTo(Verdict.Kind.FAIL);
        assertThat(finding.verdict().because())
                .startsWith("30 of 1000 canary requests were slower than 1000 ms (3.00 %), stable 0.00 %;");
    }

    @Test
    void toleratesALittle() {
        assertThat(judged(1000, List.of(90L, 27L, 9L), List.of(14L, 4L, 1L))
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.PASS);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(judged(1, List.of(90L, 27L, 9L), List.of(10L, 3L, 1L))
                        .verdict()
                        .toString())
                .isEqualTo("NOT ENOUGH DATA: need about 478 canary requests to see 3 % slower than 250 ms become 7.5 %,"
                        + " have 100, about 7 min to go");
    }

    @Test
    void comparesOnlyWhatBothAreMeasuredBy() {
        Latencies stable = new Latencies(900, BOUNDS, List.of(90L, 27L, 9L));
        Latencies canary = new Latencies(100, List.of(0.25, 0.5), List.of(3L, 2L));

        Timing timing = Timing.none(LatencySettings.DEFAULT).look(stable, canary);

        assertThat(timing.bounds())
                .singleElement()
                .extracting(Timing.Slowness::bound, Timing.Slowness::stable, Timing.Slowness::canary)
                .containsExactly(0.25, new Counts(900, 27), new Counts(100, 3));
        assertThat(timing.seen()).isTrue();
    }

    @Test
    void saysNothingBeforeBothWereTimed() {
        Timing timing = Timing.none(LatencySettings.DEFAULT)
                .look(new Latencies(900, BOUNDS, List.of(90L, 27L, 9L)), Latencies.NONE);

        assertThat(timing.seen()).isFalse();
        assertThat(Timing.none(LatencySettings.DEFAULT)
                        .look(Latencies.NONE, Latencies.NONE)
                        .bounds())
                .isEmpty();
    }

    @Test
    void takesAFallenCounterForANewStart() {
        Latencies before = new Latencies(100, BOUNDS, List.of(10L, 3L, 1L));

        assertThat(new Latencies(110, BOUNDS, List.of(12L, 4L, 1L)).follows(before))
                .isTrue();
        assertThat(new Latencies(50, BOUNDS, List.of(12L, 4L, 1L)).follows(before))
                .isFalse();
        assertThat(new Latencies(101, BOUNDS, List.of(12L, 3L, 1L)).follows(before))
                .isFalse();
        assertThat(new Latencies(110, BOUNDS.subList(0, 2), List.of(12L, 4L)).follows(before))
                .isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Latencies(10, List.of(0.1, 0.1), List.of(1L, 1L)))
                .hasMessage("bounds of latency rise from above 0 on, not so [0.1, 0.1]");
        assertThatThrownBy(() -> new Latencies(10, BOUNDS, List.of(11L, 1L, 1L)))
                .hasMessage("of 10 requests, those slower than the bounds [0.1, 0.25, 1.0] cannot be [11, 1, 1]");
        assertThatThrownBy(() -> new Latencies(10, BOUNDS, List.of(1L))).hasMessage("3 bounds and 1 counts");
    }
}
