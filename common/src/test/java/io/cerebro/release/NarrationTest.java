package io.cerebro.release;

import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
            narration.tell(progress, drive.clock.instant()).ifPresent(lines::add);
        }
        assertThat(lines).anyMatch(line -> line.contains("still deploying: waiting for deployment d-1"));
        assertThat(lines).hasSizeBetween(5, 13);
    }

    private List<String> told(Progress start) {
        List<String> lines = new ArrayList<>();
        Progress progress = start;
        while (progress.outcome().isEmpty()) {
            progress = drive.steps(progress, 1);
            narration.tell(progress, drive.clock.instant()).ifPresent(lines::add);
        }
        return lines;
    }
}
