package io.cerebro.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final AppId ORDERS = AppId.of("/orders");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void addsUpWhatIsOfTheStableApp() {
        Source metrics = source("metrics", contest -> {
            assertThat(contest).isEqualTo(new Contest(ORDERS, NOW.minus(Duration.ofHours(1))));
            return Map.of(
                    "one", new Counters("", tally(12_000), tally(7)),
                    "two", new Counters("", tally(345), Tally.NONE),
                    "canary", new Counters("", Tally.NONE, tally(9)));
        });

        assertThat(Preview.of(metrics, ORDERS, NOW))
                .isEqualTo(new Preview("metrics", true, "2 series, 12,345 requests"))
                .hasToString("metrics: 2 series, 12,345 requests");
    }

    @Test
    void isOfNoUseWhereNothingIsCountedOrNobodyAnswers() {
        assertThat(Preview.of(source("metrics", contest -> Map.of()), ORDERS, NOW))
                .isEqualTo(new Preview("metrics", false, "it answers, but has counted no request of /orders"));
        assertThat(Preview.of(failing(new Unreachable("tried to X but Y")), ORDERS, NOW))
                .isEqualTo(new Preview("broken", false, "tried to X but Y"));
        assertThat(Preview.of(failing(new SourceException("no counts")), ORDERS, NOW))
                .isEqualTo(new Preview("broken", false, "no counts"));
        assertThat(Preview.of(failing(new IllegalStateException("oops")), ORDERS, NOW))
                .isEqualTo(new Preview(
                        "broken",
                        false,
                        "a defect of Cerebro's, please report it: java.lang.IllegalStateException: oops"));
    }

    /** None of them could answer before the others are asked. */
    @Test
    void asksAllAtTheSameTime() {
        CyclicBarrier together = new CyclicBarrier(3);
        Function<Contest, Map<String, Counters>> look = contest -> {
            try {
                together.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return Map.of("all", new Counters("", tally(1), Tally.NONE));
        };

        assertThat(Preview.all(
                        List.of(source("a", look), source("b", look), source("c", look)),
                        ORDERS,
                        NOW,
                        Duration.ofSeconds(30)))
                .extracting(Preview::toString)
                .containsExactly("a: 1 series, 1 request", "b: 1 series, 1 request", "c: 1 series, 1 request");
    }

    @Test
    void waitsForNoneForever() {
        assertThat(Preview.all(List.of(stuck()), ORDERS, NOW, Duration.ZERO))
                .containsExactly(new Preview("stuck", false, "it has not answered within 0 s"));
    }

    @Test
    void stopsWhereItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Preview.all(List.of(stuck()), ORDERS, NOW, Duration.ofSeconds(30)))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to ask the gate's sources but was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Source stuck() {
        CountDownLatch never = new CountDownLatch(1);
        return source("stuck", contest -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Map.of();
        });
    }

    private static Tally tally(long requests) {
        return Tally.of(new Counts(requests, 0));
    }

    private static Source failing(RuntimeException why) {
        return source("broken", contest -> {
            throw why;
        });
    }

    private static Source source(String name, Function<Contest, Map<String, Counters>> look) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Map<String, Counters> look(Contest contest) {
                return look.apply(contest);
            }
        };
    }
}
