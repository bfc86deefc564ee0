package io.cerebro.release;

import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Background;
import io.cerebro.gate.Checks;
import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.Sources;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NarrationTest {
    private final Drive drive = new Drive().live(orders("v1"));
    private final Narration narration = new Narration(ZoneOffset.UTC);

    @Test
    void tellsEachStageOnceAndNumbersMoreAndMoreRarely() {
        List<String> lines = told(Progress.start(drive.release(orders("v2"), Goal.RELEASE)));

        List<String> partial =
                lines.stream().filter(line -> line.contains("  partial ")).toList();
        assertThat(partial).hasSizeBetween(4, 10);
        assertThat(lines).doesNotHaveDuplicates().hasSizeLessThan(28);
        assertThat(lines.get(lines.size() - 1)).endsWith("done: /orders is live, 3 instances serve it");
    }

    @Test
    void saysOnceAMinuteThatItStillWaits() {
        drive.marathon.lock(Drive.ORDERS, "d-1");
        Progress progress = Progress.start(drive.release(orders("v2"), Goal.DEPLOY));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200 && progress.outcome().isEmpty(); i++) {
            progress = drive.steps(progress, 1);
            lines.addAll(narration.tell(progress, drive.clock.instant()));
        }
        assertThat(lines).anyMatch(line -> line.contains("still deploying: waiting for deployment d-1"));
        assertThat(lines).hasSizeBetween(5, 13);
    }

    @Test
    void foldsWhatSeveralWitnessesSayAndRepeatsNoneOfItForAnAnswerThatComesAndGoes() {
        drive.requestsPerSecond = 2;
        List<String> bad = new ArrayList<>(List.of("it answered 500", "", "it answered 502", ""));
        drive.listen(
                new Sources(List.of(metrics("metrics"), metrics("agents")), drive.clock, Background.here()),
                new Checks(
                        (url, contest) -> {
                            Collections.rotate(bad, 1);
                            return Optional.of(bad.get(0)).filter(answer -> !answer.isEmpty());
                        },
                        drive.clock,
                        Background.here()));
        Settings checked = new Overrides(
                        Map.of("checks", "http://shop/orders/health", "partialBake", "5m", "latencyWarmUp", "0s"))
                .over(Drive.SETTINGS);
        Progress partial = drive.until(Progress.start(drive.release(orders("v2"), Goal.RELEASE, checked)), "partial");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            partial = drive.steps(partial, 1);
            lines.addAll(narration.tell(partial, drive.clock.instant()));
        }

        assertThat(lines).allMatch(line -> line.length() <= 240);
        assertThat(lines.stream().filter(line -> !line.startsWith(" ")).map(line -> line.substring(0, 8)))
                .containsExactly(
                        "12:00:44",
                        "12:00:45",
                        "12:00:46",
                        "12:00:51",
                        "12:00:56",
                        "12:01:11",
                        "12:01:26",
                        "12:01:41",
                        "12:02:41",
                        "12:03:36",
                        "12:03:41",
                        "12:04:41");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "12:04:41  partial   canary partial, 10 % of the traffic: canary answered 0 requests, 0.00 % errors;"
                                + " stable 472, 0.00 %; NOT ENOUGH DATA: need about 287 canary requests to see 0 % become"
                                + " 2 %, have 0;",
                        "                    agents: need about 287 canary requests to see 0 % become 2 %, have 235, about"
                                + " 53 s to go; agents: need about 507 canary requests to see 2 % slower than 250 ms become"
                                + " 5 %, have 235, about 5 min to go;",
                        "                    metrics: need about 287 canary requests to see 0 % become 2 %, have 235, about"
                                + " 53 s to go; metrics: need about 507 canary requests to see 2 % slower than 250 ms become"
                                + " 5 %, have 235, about 5 min to go; until 12:05:44 UTC");
    }

    private Source metrics(String name) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Map<String, Counters> look(Contest contest) {
                long canary =
                        Duration.between(contest.since(), drive.clock.instant()).toSeconds();
                return Map.of("all", new Counters("", timed(9 * canary), timed(canary)));
            }
        };
    }

    private static Tally timed(long requests) {
        return new Tally(
                new Counts(requests, 0),
                new Latencies(requests, List.of(0.1, 0.25), List.of(requests / 5, requests / 50)));
    }

    private List<String> told(Progress start) {
        List<String> lines = new ArrayList<>();
        Progress progress = start;
        while (progress.outcome().isEmpty()) {
            progress = drive.steps(progress, 1);
            lines.addAll(narration.tell(progress, drive.clock.instant()));
        }
        return lines;
    }
}
