package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.release.TestClock;
import io.cerebro.traffic.Counts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final URI HEALTH = URI.create("http://shop/orders/health");
    private final TestClock clock = new TestClock();
    private final Contest contest = new Contest(AppId.of("/orders"), clock.instant());
    private final List<URI> asked = new ArrayList<>();
    private Optional<String> wrong = Optional.empty();

    private final Checks checks = new Checks(
            (url, of) -> {
                asked.add(url);
                return wrong;
            },
            clock,
            Background.here());

    private Finding look() {
        Finding finding = checks.look(contest, List.of(HEALTH)).get(0);
        clock.advance(Duration.ofSeconds(5));
        return finding;
    }

    @Test
    void passesWhileItsAnswersAreGood() {
        look();

        assertThat(look())
                .isEqualTo(new Finding(
                        "check http://shop/orders/health",
                        "answers",
                        Counts.NONE,
                        new Counts(2, 0),
                        Verdict.pass("2 of 2 answers were good"),
                        Optional.empty()));
    }

    @Test
    void failsTheCanaryAfterThreeBadAnswersInARow() {
        look();
        wrong = Optional.of("it answered 500");
        look();

        assertThat(look().verdict()).isEqualTo(Verdict.notEnoughData("the last answer was bad: it answered 500"));
        assertThat(look().verdict()).isEqualTo(Verdict.fail("3 answers in a row were bad, last: it answered 500"));
    }

    @Test
    void forgivesOneBadAnswer() {
        wrong = Optional.of("it answered 500");
        look();
        look();
        wrong = Optional.empty();

        assertThat(look().verdict()).isEqualTo(Verdict.pass("1 of 3 answers were good"));
    }

    @Test
    void asksEveryFiveSecondsAndNeverWaits() {
        List<Runnable> later = new ArrayList<>();
        Checks slow = new Checks((url, of) -> Optional.empty(), clock, Background.by(later::add));

        for (int second = 0; second < 20; second++) {
            assertThat(slow.look(contest, List.of(HEALTH)).get(0).verdict())
                    .isEqualTo(Verdict.notEnoughData("not answered yet"));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(later).hasSize(1);

        for (int second = 0; second < 10; second++) {
            checks.look(contest, List.of(HEALTH));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).containsExactly(HEALTH, HEALTH);
    }
}
