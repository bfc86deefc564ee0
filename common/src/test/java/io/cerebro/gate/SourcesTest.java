package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.release.TestClock;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private final TestClock clock = new TestClock();
    private final Contest contest = new Contest(AppId.of("/orders"), clock.instant());
    private final List<Contest> asked = new ArrayList<>();
    private Optional<RuntimeException> trouble = Optional.empty();
    private boolean closed;

    private final Source metrics = new Source() {
        @Override
        public String name() {
            return "metrics";
        }

        @Override
        public Duration every() {
            return EVERY;
        }

        @Override
        public Map<String, Counters> look(Contest of) {
            asked.add(of);
            trouble.ifPresent(why -> {
                throw why;
            });
            return Map.of("all", new Counters("", Tally.NONE, Tally.of(new Counts(asked.size(), 0))));
        }

        @Override
        public void close() {
            closed = true;
        }
    };

    private Heard metrics(Sources sources) {
        return Objects.requireNonNull(sources.look(contest).get("metrics"));
    }

    @Test
    void asksEachAtItsOwnPaceAndSaysWhatItSaidLast() {
        Sources sources = new Sources(List.of(metrics), clock, Background.here());

        for (int second = 0; second < 10; second++) {
            sources.look(contest);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(asked).containsExactly(contest, contest);
        Heard heard = metrics(sources);
        assertThat(heard.silent()).isEmpty();
        assertThat(Objects.requireNonNull(heard.counters().get("all")).canary().counts())
                .isEqualTo(new Counts(3, 0));
    }

    @Test
    void neverWaitsForOne() {
        List<Runnable> later = new ArrayList<>();
        Sources sources = new Sources(List.of(metrics), clock, Background.by(later::add));

        assertThat(sources.look(contest)).isEqualTo(Map.of("metrics", Heard.NOTHING));
        clock.advance(Duration.ofMinutes(1));
        assertThat(sources.look(contest)).isEqualTo(Map.of("metrics", Heard.NOTHING));

        assertThat(later).hasSize(1);
        later.get(0).run();
        assertThat(metrics(sources).counters()).containsOnlyKeys("all");
    }

    @Test
    void saysThatOneIsSilentAfterThreeTriesAndGoesOnAsking() {
        Sources sources = new Sources(List.of(metrics), clock, Background.here());
        trouble = Optional.of(new Unreachable("tried to GET http://metrics but it did not answer"));

        sources.look(contest);
        clock.advance(EVERY);
        assertThat(metrics(sources).silent()).isEmpty();
        clock.advance(EVERY);

        assertThat(metrics(sources).silent())
                .contains("tried to GET http://metrics but it did not answer (3 times in a row, since "
                        + contest.since() + ")");

        trouble = Optional.of(new IllegalStateException("oops"));
        clock.advance(EVERY);
        assertThat(metrics(sources).silent())
                .contains("a defect of Cerebro's, please report it: java.lang.IllegalStateException: oops (4 times in a"
                        + " row, since " + contest.since() + ")");

        trouble = Optional.empty();
        clock.advance(EVERY);
        assertThat(metrics(sources).silent()).isEmpty();
    }

    @Test
    void forgetsAStageThatNobodyAsksForAnyMore() {
        Sources sources = new Sources(List.of(metrics), clock, Background.here());
        sources.look(contest);
        clock.advance(Duration.ofMinutes(11));
        Contest other = new Contest(AppId.of("/cart"), clock.instant());

        sources.look(other);
        trouble = Optional.of(new Unreachable("away"));

        assertThat(sources.look(contest)).isEqualTo(Map.of("metrics", Heard.NOTHING));
    }

    @Test
    void closesThemAll() {
        Sources sources = new Sources(List.of(metrics), clock, Background.threads());
        sources.close();

        assertThat(closed).isTrue();
        assertThat(sources.look(contest)).isEqualTo(Map.of("metrics", Heard.NOTHING));
        assertThat(asked).isEmpty();
    }
}
