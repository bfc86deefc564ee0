package io.cerebro.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Tells a run in a build's log: what changes, and every minute that nothing does, by which a CI server sees that it lives. */
public final class JobNarration {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private final ZoneId zone;
    private String said = "";
    private Instant saidAt = Instant.EPOCH;

    /** @param zone whose time the lines begin with */
    public JobNarration(ZoneId zone) {
        this.zone = zone;
    }

    /** The line for a look, if it is worth one; how a run ended is its result's. */
    public Optional<String> tell(JobRun run, Instant now) {
        if (run.ended() || (run.says().equals(said) && now.isBefore(saidAt.plus(HEARTBEAT)))) {
            return Optional.empty();
        }
        said = run.says();
        saidAt = now;
        return Optional.of(TIME.format(now.atZone(zone)) + "  job       " + said);
    }
}
