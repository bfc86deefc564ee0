package io.cerebro.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Verdict;
import io.cerebro.release.Observation;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Counts SOME = new Counts(9, 1);

    private Traffic traffic = Traffic.NONE;
    private Optional<Observation> before = Optional.empty();

    @Test
    void keepsWhatFellIntoEachInterval() {
        look(0, "partial", 0);
        look(1, "partial", 4);
        look(2, "partial", 10);

        assertThat(traffic.samples())
                .containsExactly(
                        sample(0, "partial", Counts.NONE),
                        sample(1, "partial", times(4)),
                        sample(2, "partial", times(6)));
    }

    @Test
    void startsAgainWithEachStage() {
        look(0, "isolated", 0);
        look(5, "isolated", 8);
        look(6, "partial", 3);
        look(7, "partial", 1);

        assertThat(traffic.samples())
                .extracting(Sample::canary)
                .containsExactly(Counts.NONE, times(8), times(3), times(1));
    }

    @Test
    void doesNotRecordMoreOftenThanOnceASecond() {
        look(0, "partial", 0);
        for (int i = 1; i <= 20; i++) {
            look(i / 10.0, "partial", i);
        }

        assertThat(traffic.samples())
                .containsExactly(
                        sample(0, "partial", Counts.NONE),
                        sample(1, "partial", times(10)),
                        sample(2, "partial", times(10)));
    }

    @Test
    void staysSmallAndExactOverAWholeDay() {
        look(0, "isolated", 0);
        for (int second = 1; second <= 86_400; second++) {
            look(second, second < 600 ? "isolated" : "partial", second < 600 ? second : second - 600);
        }

        assertThat(traffic.samples()).hasSizeBetween(150, 300);
        assertThat(traffic.canary()).isEqualTo(times(599 + 85_800));
        assertThat(traffic.grain()).isEqualTo(Duration.ofSeconds(512));
        assertThat(traffic.samples()).contains(sample(600, "partial", Counts.NONE));
    }

    private void look(double second, String stage, int times) {
        Instant at = START.plusMillis(Math.round(second * 1000));
        Observation seen = new Observation(
                at,
                stage,
                Share.percent(10),
                times(times),
                times(times),
                Verdict.pass("fine"),
                Optional.empty(),
                List.of());
        traffic = traffic.with(seen, before);
        before = Optional.of(seen);
    }

    private static Sample sample(int second, String stage, Counts counts) {
        return new Sample(
                START.plusSeconds(second),
                stage,
                1000,
                counts,
                counts,
                Optional.of(Verdict.Kind.PASS),
                Optional.empty());
    }

    private static Counts times(int times) {
        return new Counts(SOME.requests() * times, SOME.errors() * times);
    }
}
