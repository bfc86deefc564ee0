package io.cerebro.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobNarrationTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    private final JobNarration narration = new JobNarration(ZoneOffset.UTC);

    @Test
    void tellsWhatChangesAndEachMinuteThatNothingDoes() {
        assertThat(told("report is queued", 0)).contains("02:00:00  job       report is queued");
        assertThat(told("report is queued", 59)).isEmpty();
        assertThat(told("report is queued", 60)).contains("02:01:00  job       report is queued");
        assertThat(told("report is 1 running", 62)).contains("02:01:02  job       report is 1 running");
        assertThat(told("report is 1 running", 121)).isEmpty();
    }

    private Optional<String> told(String says, int second) {
        JobRun begun = JobRun.begin("report", Duration.ofHours(1), START);
        JobRun run = new JobRun(
                begun.job(),
                begun.phase(),
                begun.deadline(),
                begun.before(),
                begun.restingSince(),
                says,
                begun.result());
        return narration.tell(run, START.plusSeconds(second));
    }
}
