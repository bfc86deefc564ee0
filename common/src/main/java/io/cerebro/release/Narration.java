package io.cerebro.release;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a release in a build's log: a line when something has changed, numbers alone more and more rarely, and a heartbeat each
 * minute, by which a CI server sees that it lives.
 */
public final class Narration {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration NUMBERS = Duration.ofSeconds(15);

    private final ZoneId zone;
    private String stage = "";
    private String words = "";
    private String said = "";
    private Instant saidAt = Instant.EPOCH;
    private Instant stageAt = Instant.EPOCH;

    /** @param zone whose time the lines begin with */
    public Narration(ZoneId zone) {
        this.zone = zone;
    }

    /** The line for a look, if it is worth one. */
    public Optional<String> tell(Progress progress, Instant now) {
        String says = progress.says();
        boolean newStage = !progress.phase().stage().equals(stage);
        boolean newWords = !words(says).equals(words);
        if (!newStage && !newWords && now.isBefore(saidAt.plus(pace(says, now)))) {
            return Optional.empty();
        }
        if (newStage) {
            stage = progress.phase().stage();
            stageAt = now;
        }
        boolean still = says.equals(said);
        words = words(says);
        said = says;
        saidAt = now;
        String time = TIME.format(now.atZone(zone));
        return Optional.of(String.format("%s  %-9s %s%s", time, stage, still ? "still " : "", says));
    }

    private Duration pace(String says, Instant now) {
        boolean young = now.isBefore(stageAt.plus(HEARTBEAT));
        return !says.equals(said) && young ? NUMBERS : HEARTBEAT;
    }

    /** Without its numbers: those of a canary under traffic change at each look. */
    private static String words(String says) {
        return says.replaceAll("\\d+(?:[.:]\\d+)*", "#");
    }
}
