package io.cerebro.release;

import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.List;

/**
 * What a release did, stage by stage, for people and archives: nothing of the definition, whose environment may hold secrets.
 */
public record ReleaseReport(AppId service, Goal goal, String by, Instant startedAt, List<Lap> laps, Outcome outcome) {
    public ReleaseReport {
        laps = List.copyOf(laps);
    }

    /** @throws java.util.NoSuchElementException if it has not ended */
    public static ReleaseReport of(Progress ended) {
        Release release = ended.release();
        return new ReleaseReport(
                release.service(),
                release.goal(),
                release.by(),
                release.startedAt(),
                ended.laps(),
                ended.outcome().orElseThrow());
    }
}
