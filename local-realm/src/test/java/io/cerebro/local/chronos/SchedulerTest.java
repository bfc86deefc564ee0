package io.cerebro.local.chronos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final FakeRunner runner = new FakeRunner();
    private final Space room = new Space();
    private Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private JsonNode kept = Json.object();
    private Scheduler scheduler = started(Optional.empty());

    /** Room for so many cpus. */
    private static final class Space implements Room {
        double free = 4;

        @Override
        public boolean take(String taskId, double cpus, double mem) {
            boolean fits = cpus <= free;
            free -= fits ? cpus : 0;
            return fits;
        }

        @Override
        public void giveBack(String taskId) {
            free += 1;
        }
    }

    private Scheduler started(Optional<JsonNode> saved) {
        Clock clock = new Clock() {
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
        };
        Scheduler fresh = new Scheduler(runner, room, "127.0.0.1", clock, state -> kept = state.deepCopy());
        fresh.resume(saved);
        return fresh;
    }

    @Test
    void runsAJobAsOftenAsItsScheduleSays() {
        scheduler.put(job("report", "R2/2026-11-23T02:10:00Z/PT1H"));
        pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(runner.only().definition().json().path("cmd").asText()).isEqualTo("./report.sh");
        assertThat(scheduler.csv()).isEqualTo("node,report,fresh,1 running\n");
        runner.ends("TASK_FINISHED", "Command exited with status 0");
        assertThat(scheduler.job("report").path("schedule").asText()).isEqualTo("R1/2026-11-23T03:10Z/PT1H");
        pass(Duration.ofHours(1));
        runner.ends("TASK_FINISHED", "");
        pass(Duration.ofHours(5));
        assertThat(runner.running).isEmpty();
        ObjectNode job = scheduler.job("report");
        assertThat(job.path("successCount").asInt()).isEqualTo(2);
        assertThat(job.path("disabled").asBoolean()).isTrue();
        assertThat(job.path("lastSuccess").asText()).isEqualTo("2026-11-23T03:10:01Z");
    }

    @Test
    void triesAFailedRunAgainAMinuteLaterAndCountsItOnce() {
        scheduler.put(job("report", "R/2026-12-01T00:00:00Z/P1D").put("retries", 1));
        scheduler.run("report");
        runner.ends("TASK_FAILED", "Command exited with status 3");
        assertThat(scheduler.job("report").path("errorCount").asInt()).isZero();
        pass(Duration.ofSeconds(59));
        assertThat(runner.running).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(runner.only().taskId()).endsWith(".1.report");
        runner.ends("TASK_FAILED", "Command exited with status 3");
        assertThat(scheduler.job("report").path("errorCount").asInt()).isEqualTo(1);
        assertThat(scheduler.csv()).isEqualTo("node,report,failure,idle\n");
    }

    @Test
    void runsAJobAfterAllOfItsParents() {
        scheduler.put(job("a", "R/2026-12-01T00:00:00Z/P1D"));
        scheduler.put(job("b", "R/2026-12-01T00:00:00Z/P1D"));
        scheduler.put(child("sum", "a", "b"));
        scheduler.run("a");
        runner.ends("TASK_FINISHED", "");
        assertThat(runner.running).isEmpty();
        scheduler.run("b");
        runner.ends("TASK_FINISHED", "");
        assertThat(runner.only().taskId()).endsWith(".sum");
        assertThat(scheduler.csv()).endsWith("link,a,sum\nlink,b,sum\n");
    }

    @Test
    void waitsForRoomAndNeverTakesMoreThanThereIs() {
        room.free = 0.5;
        scheduler.put(job("report", "R/2026-12-01T00:00:00Z/P1D"));
        scheduler.run("report");
        assertThat(runner.running).isEmpty();
        assertThat(scheduler.csv()).isEqualTo("node,report,fresh,queued\n");
        room.free = 1;
        pass(Duration.ofSeconds(1));
        assertThat(scheduler.csv()).isEqualTo("node,report,fresh,1 running\n");
        assertThat(room.free).isZero();
    }

    @Test
    void dropsARunBesideAnotherUnlessTheJobIsConcurrent() {
        scheduler.put(job("report", "R/2026-12-01T00:00:00Z/P1D"));
        scheduler.run("report");
        scheduler.run("report");
        assertThat(runner.running).hasSize(1);
        scheduler.put(job("report", "R/2026-12-01T00:00:00Z/P1D").put("concurrent", true));
        scheduler.run("report");
        assertThat(runner.running).hasSize(2);
    }

    @Test
    void goesOnAfterARestartWithTasksThatStillRun() {
        scheduler.put(job("report", "R/2026-12-01T00:00:00Z/P1D"));
        scheduler.run("report");
        scheduler = started(Optional.of(kept));
        assertThat(scheduler.csv()).isEqualTo("node,report,fresh,1 running\n");
        runner.ends("TASK_FINISHED", "");
        scheduler = started(Optional.of(kept));
        assertThat(scheduler.csv()).isEqualTo("node,report,success,idle\n");
    }

    @Test
    void countsNothingOfATaskThatWasLostMeanwhile() {
        scheduler.put(job("report", "R/2026-12-01T00:00:00Z/P1D"));
        scheduler.run("report");
        runner.running.clear();
        scheduler = started(Optional.of(kept));
        assertThat(scheduler.csv()).isEqualTo("node,report,fresh,idle\n");
    }

    @Test
    void refusesParentsThatAreNotThere() {
        assertThatThrownBy(() -> scheduler.put(child("sum", "a"))).hasMessage("requirement failed: Job 'a' not found");
    }

    private void pass(Duration time) {
        now = now.plus(time);
        scheduler.tick();
    }

    private static ObjectNode job(String name, String schedule) {
        return Json.object()
                .put("name", name)
                .put("command", "./report.sh")
                .put("schedule", schedule)
                .put("cpus", 1)
                .put("mem", 64);
    }

    private static ObjectNode child(String name, String... parents) {
        ObjectNode job = job(name, "");
        job.remove("schedule");
        for (String parent : parents) {
            job.withArray("parents").add(parent);
        }
        return job;
    }
}
