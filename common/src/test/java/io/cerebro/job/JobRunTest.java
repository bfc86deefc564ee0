package io.cerebro.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.chronos.FakeChronos;
import io.cerebro.release.Capacity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final FakeChronos chronos = new FakeChronos();
    private List<String> log = List.of();
    private Instant now = START;
    private final JobWorld world = new JobWorld("prod", chronos, Capacity.UNKNOWN, (job, lines) -> log, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @BeforeEach
    void aJobIsThere() {
        chronos.has("report");
    }

    @Test
    void beginsARunAndEndsWithIt() throws Exception {
        JobRun run = looked(begin(), 3);
        assertThat(run.says()).isEqualTo("report is 1 running");
        chronos.succeeds("report");
        run = looked(run, 1);
        assertThat(chronos.asked).containsExactly("run report");
        assertThat(lines(run)).containsExactly("done: report has ended well (2026-11-23T02:00:30.000Z)");
    }

    @Test
    void countsNoRunThatEndedBefore() throws Exception {
        chronos.fails("report");
        JobRun run = looked(begin(), 4);
        assertThat(run.result()).isEmpty();
        chronos.succeeds("report");
        assertThat(looked(run, 1).result().orElseThrow().successful()).isTrue();
    }

    @Test
    void waitsForAnotherRunBeforeItBeginsItsOwn() throws Exception {
        chronos.is("report", "1 running");
        JobRun run = looked(begin(), 3);
        assertThat(run.says()).isEqualTo("waiting for another run of report to end: 1 running");
        assertThat(chronos.asked).isEmpty();
        chronos.fails("report");
        run = looked(run, 2);
        assertThat(chronos.asked).containsExactly("run report");
        assertThat(run.result()).isEmpty();
    }

    @Test
    void tellsTheExitCodeAndTheLastThatWasWritten() throws Exception {
        JobRun run = looked(begin(), 2);
        chronos.fails("report");
        run = looked(run, 1);
        assertThat(run.says()).isEqualTo("report has failed; asking for what it wrote");
        log = List.of("no such table: orders", "Command exited with status 3 (pid: 4711)");
        assertThat(lines(looked(run, 1)))
                .containsExactly(
                        "failed: report failed with exit code 3 (2026-11-23T02:00:30.000Z); the last it wrote:",
                        "  | no such table: orders",
                        "  | Command exited with status 3 (pid: 4711)");
    }

    @Test
    void isNotBegunTwiceByADriverThatDiedAfterAsking() throws Exception {
        JobRun kept = looked(begin(), 1);
        looked(kept, 1);
        JobRun resumed = looked(kept, 1);
        assertThat(resumed.phase()).isEqualTo(JobRun.Phase.RUNNING);
        assertThat(chronos.asked).containsExactly("run report");
    }

    @Test
    void isGivenUpWhenItsTaskWasKilled() throws Exception {
        JobRun run = looked(begin(), 3);
        chronos.kill("report");
        run = looked(run, 1);
        now = now.plusSeconds(119);
        run = looked(run, 1);
        assertThat(run.result()).isEmpty();
        now = now.plusSeconds(1);
        assertThat(lines(looked(run, 1)))
                .containsExactly(
                        "failed: report rests, and its run has neither ended well nor failed: its task was killed or lost");
    }

    @Test
    void saysWhatIsNotThereAndWhatComesTooLate() throws Exception {
        JobRun absent = looked(JobRun.begin("reprot", WITHIN, now), 1);
        assertThat(absent.says()).isEqualTo("realm prod has no job reprot yet");
        now = now.plusSeconds(10);
        assertThat(lines(looked(absent, 1))).containsExactly("failed: realm prod has no job reprot: deploy it first");

        JobRun run = looked(begin(), 3);
        now = now.plus(WITHIN);
        assertThat(lines(looked(run, 1)))
                .containsExactly("failed: report has not ended in time (1 running); it is left as it is");

        chronos.is("report", "idle");
        JobRun deleted = looked(begin(), 3);
        chronos.loses("report");
        assertThat(lines(looked(deleted, 1))).containsExactly("failed: report was deleted while it ran");
    }

    @Test
    void asksAgainWhileNobodyAnswers() throws Exception {
        JobRun run = looked(begin(), 3);
        chronos.away(true);
        run = looked(run, 1);
        assertThat(run.says())
                .isEqualTo("tried to GET http://10.0.0.9:4400/v1/scheduler/jobs but nobody answers; asking again");
        chronos.away(false).succeeds("report");
        assertThat(looked(run, 1).result().orElseThrow().successful()).isTrue();
    }

    @Test
    void beginsNothingWhereThereIsNoRoom() {
        JobWorld full = new JobWorld(
                "prod",
                chronos,
                (app, more) -> Optional.of(new Capacity.Lack(
                        Capacity.Weight.REFUSED, "room for 1 more instances of " + app.id() + " (now for 0)")),
                world.log(),
                world.clock());
        assertThat(lines(begin().next(full)))
                .containsExactly(
                        "failed: realm prod has no room for 1 more instances of /report (now for 0); nothing was begun");
    }

    private JobRun begin() {
        return JobRun.begin("report", WITHIN, now);
    }

    /** Each look by a driver that has read the run anew. */
    private JobRun looked(JobRun start, int times) throws Exception {
        JobRun run = start;
        for (int i = 0; i < times; i++) {
            run = JobRunJson.read(JobRunJson.write(run.next(world)));
        }
        return run;
    }

    private static List<String> lines(JobRun run) {
        return run.result().orElseThrow().lines();
    }
}
