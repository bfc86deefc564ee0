package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final GateSettings USUAL = GateSettings.DEFAULT;
    private static final Tally NOTHING = Tally.of(Counts.NONE);

    /** Looks, each with so much more as the load balancers and as the source counted it. */
    private static Hearing hearing(int looks, Tally traffic, Tally source, List<Finding> others) {
        Hearing hearing = Hearing.open(START, counters(0, NOTHING), Learned.nothing(USUAL), Optional.of(Duration.ZERO));
        for (int i = 0; i <= looks; i++) {
            Instant now = START.plusSeconds(i + 1);
            hearing = hearing.look(
                    now,
                    counters(i, traffic),
                    Map.of("Prometheus", new Heard(now, counters(i, source), Optional.empty())),
                    others,
                    new SequentialJudge(),
                    USUAL);
        }
        return hearing;
    }

    /** The stable app answers nine times as much, without an error and fast. */
    private static Map<String, Counters> counters(int times, Tally canary) {
        Counts counts =
                new Counts(canary.counts().requests() * times, canary.counts().errors() * times);
        Latencies slow = canary.latencies();
        return Map.of(
                "all",
                new Counters(
                        "1",
                        new Tally(new Counts(9 * counts.requests(), 0), slower(slow, 9L * times, 0)),
                        new Tally(counts, slower(slow, times, 1))));
    }

    private static Latencies slower(Latencies one, long times, long part) {
        return new Latencies(
                one.requests() * times,
                one.bounds(),
                one.slower().stream().map(slower -> slower * times * part).toList());
    }

    private static Tally good(long requests) {
        return Tally.of(new Counts(requests, 0));
    }

    @Test
    void failsACanaryThatOnlyOneSourceSeesFail() {
        Hearing hearing = hearing(20, good(100), Tally.of(new Counts(100, 5)), List.of());

        assertThat(hearing.verdict().kind()).isEqualTo(Verdict.Kind.FAIL);
        assertThat(hearing.verdict().because())
                .startsWith("Prometheus: 100 of 2000 canary requests failed (5.00 %), stable 0.00 %; evidence of more"
                        + " than 1.5 times the stable app's: ")
                .endsWith(", enough is 200");
        assertThat(hearing.findings())
                .extracting(
                        Finding::source,
                        Finding::respect,
                        finding -> finding.verdict().kind())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Finding.TRAFFIC, "errors", Verdict.Kind.PASS),
                        org.assertj.core.groups.Tuple.tuple("Prometheus", "errors", Verdict.Kind.FAIL));
    }

    @Test
    void passesWhenAllDo() {
        assertThat(hearing(20, good(100), good(100), List.of()).verdict())
                .isEqualTo(
                        Verdict.pass("0 of 2000 canary requests failed (0.00 %), stable 0.00 %; Prometheus: 0 of 2000"
                                + " canary requests failed (0.00 %), stable 0.00 %"));
        assertThat(hearing(20, good(100), good(1), List.of()).verdict().because())
                .startsWith("Prometheus: need about ");
        assertThat(hearing(20, good(100), NOTHING, List.of()).verdict().kind()).isEqualTo(Verdict.Kind.NOT_ENOUGH_DATA);
    }

    @Test
    void failsOneThatIsSlowerThoughItFailsNoRequest() {
        Tally slow = new Tally(new Counts(100, 0), new Latencies(100, List.of(0.1, 0.25), List.of(30L, 10L)));

        Hearing hearing = hearing(5, good(100), slow, List.of());

        assertThat(hearing.verdict().kind()).isEqualTo(Verdict.Kind.FAIL);
        assertThat(hearing.verdict().because())
                .startsWith("Prometheus: 150 of 500 canary requests were slower than 100 ms (30.00 %), stable 0.00 %;"
                        + " evidence of more than 1.5 times as many: ")
                .endsWith(", enough is 300");
    }

    @Test
    void doesNotPassOneWhoseLatencyASourceIsToJudgeBeforeItIsWarm() {
        Tally timed = new Tally(new Counts(100, 0), new Latencies(100, List.of(0.1), List.of(0L)));
        Hearing hearing =
                Hearing.open(START, counters(0, NOTHING), Learned.nothing(USUAL), Optional.of(Duration.ofSeconds(40)));
        for (int i = 0; i <= 30; i++) {
            Instant now = START.plusSeconds(i + 1);
            hearing = hearing.look(
                    now,
                    counters(i, good(100)),
                    Map.of("Prometheus", new Heard(now, counters(i, timed), Optional.empty())),
                    List.of(),
                    new SequentialJudge(),
                    USUAL);
        }

        assertThat(hearing.verdict())
                .isEqualTo(Verdict.notEnoughData(
                        "Prometheus: how long requests take is compared once the canary is warm"));
    }

    @Test
    void isToldByThoseWhoCompareNothing() {
        Finding killed = Finding.of("tasks", "failures", Verdict.fail("1 task was killed"));

        assertThat(hearing(20, good(100), good(100), List.of(killed)).verdict())
                .isEqualTo(Verdict.fail("tasks: 1 task was killed"));
    }

    @Test
    void cannotPassWhileASourceIsSilentButCanFail() {
        Heard silent = new Heard(START, Map.of(), Optional.of("tried to reach it but it did not answer"));
        Hearing good = hearing(20, good(100), good(100), List.of());
        Hearing bad = hearing(20, Tally.of(new Counts(100, 50)), good(100), List.of());

        assertThat(without(good, silent, 100).verdict())
                .isEqualTo(Verdict.notEnoughData("Prometheus: tried to reach it but it did not answer"));
        assertThat(without(bad, silent, 100).verdict().kind()).isEqualTo(Verdict.Kind.FAIL);
    }

    private static Hearing without(Hearing hearing, Heard silent, long requests) {
        return hearing.look(
                START.plusSeconds(60),
                counters(20, good(requests)),
                Map.of("Prometheus", silent),
                List.of(),
                new SequentialJudge(),
                USUAL);
    }

    /** Scraped every fifteen seconds and asked every five, errors would else seem to come in clumps. */
    @Test
    void takesNoLookAtASourceForOneInWhichItHasCountedNothing() {
        Map<String, Counters> first = counters(1, Tally.of(new Counts(100, 5)));
        Window window = Window.open(START, first, Evidence.none(USUAL));

        Window again = window.hear(START.plusSeconds(5), first, Optional.empty());

        assertThat(again.evidence()).isEqualTo(window.evidence());
        assertThat(again.length()).hasSeconds(5);
        assertThat(again.hear(START.plusSeconds(5), counters(9, good(1)), Optional.empty()))
                .isEqualTo(again);
    }
}
