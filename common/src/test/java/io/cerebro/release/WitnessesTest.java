package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.SETTINGS;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Background;
import io.cerebro.gate.Checks;
import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.Sources;
import io.cerebro.http.Unreachable;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A release that is judged by more than its load balancers. */
class WitnessesTest {
    private final Drive drive = new Drive().live(orders("v1"));
    private boolean away;
    private double errorRate;
    private Optional<String> wrong = Optional.empty();

    private final Source metrics = new Source() {
        @Override
        public String name() {
            return "metrics";
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Map<String, Counters> look(Contest contest) {
            if (away) {
                throw new Unreachable("tried to GET http://metrics but no answer came in time");
            }
            long requests = 100
                    * Duration.between(contest.since(), drive.clock.instant()).toSeconds();
            Counts stable = new Counts(9 * requests, 0);
            return Map.of(
                    "all",
                    new Counters(
                            "", Tally.of(stable), Tally.of(new Counts(requests, Math.round(requests * errorRate)))));
        }
    };

    private Progress partial() {
        drive.listen(
                new Sources(List.of(metrics), drive.clock, Background.here()),
                new Checks((url, contest) -> wrong, drive.clock, Background.here()));
        Settings checked = new Overrides(Map.of("checks", "http://shop/orders/health")).over(SETTINGS);
        return drive.steps(
                drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE, checked)), "partial"), 3);
    }

    @Test
    void goesLiveWhenAllAreContent() {
        assertThat(drive.toEnd(partial())).isEqualTo(Outcome.done("/orders is live, 3 instances serve it"));
    }

    @Test
    void turnsBackForOneThatSeesErrorsThatTheLoadBalancersDoNot() {
        Progress shared = partial();
        errorRate = 0.05;

        Outcome outcome = drive.toEnd(shared);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(outcome.because()).startsWith("canary partial failed its gate: metrics: ");
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
    }

    /** It goes on being slow after it has warmed up. */
    @Test
    void turnsBackForOneThatTheLoadBalancersTimeToBeSlower() {
        drive.router.canarySlowRate(0.5);

        Outcome outcome = drive.toEnd(partial());

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(outcome.because())
                .matches(
                        "canary partial failed its gate: \\d+ of \\d+ canary requests were slower than 100 ms"
                                + " \\(50[.]00 %\\), stable 0[.]00 %; evidence of more than 1[.]5 times as many: .*, enough is 300");
        assertThat(drive.router.share("lb1", ORDERS)).isEqualTo(Share.OFF);
    }

    @Test
    void goesLiveWhenOnlyItsFirstAnswersWereSlow() {
        drive.router.canarySlowRate(1);
        Progress cold = drive.steps(partial(), 15);
        drive.router.canarySlowRate(0);

        assertThat(cold.outcome()).isEmpty();
        assertThat(drive.toEnd(cold)).isEqualTo(Outcome.done("/orders is live, 3 instances serve it"));
    }

    @Test
    void turnsBackForItsOwnCheckWithinAMinute() {
        Progress shared = partial();
        wrong = Optional.of("it answered 500");
        var began = drive.clock.instant();

        assertThat(drive.toEnd(shared).lines())
                .containsExactly(
                        "rolled back: canary partial failed its gate: check http://shop/orders/health: 3 answers in"
                                + " a row were bad, last: it answered 500");
        assertThat(Duration.between(began, drive.clock.instant())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void holdsForAPersonWhileOneIsAwayAndSaysWhich() {
        Progress shared = partial();
        away = true;

        Progress held = drive.steps(shared, 90);

        assertThat(held.phase().waitsForPerson()).isTrue();
        assertThat(held.says())
                .contains("; NOT ENOUGH DATA: metrics: tried to GET http://metrics but no answer came in time (");
        away = false;
        assertThat(drive.toEnd(held).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void givesNoCustomersToACanaryWhoseCheckIsNotAnsweredWellYet() {
        drive.listen(Sources.NONE, new Checks((url, contest) -> wrong, drive.clock, Background.by(later -> {})));
        Settings checked = new Overrides(Map.of("checks", "http://shop/orders/health")).over(SETTINGS);

        Outcome outcome = drive.toEnd(drive.release(orders("v2"), Goal.RELEASE, checked));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ROLLED_BACK);
        assertThat(outcome.because()).contains("check http://shop/orders/health: not answered yet");
        assertThat(drive.router.history()).containsExactly(Share.ISOLATED, Share.OFF);
    }
}
