package io.cerebro.release;

import io.cerebro.document.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a release in a build's log: what is new at once, what the stage has said before in other numbers more and more rarely, and a
 * heartbeat each minute, by which a CI server sees that it lives.
 */
public final class Narration {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration NUMBERS = Duration.ofSeconds(15);
    /** What one witness says goes into one line; what several do would be too long to read. In characters. */
    public static final int WIDTH = 240;

    private final ZoneId zone;
    private String stage = "";
    private final Set<String> words = new HashSet<>();
    private String said = "";
    private Instant saidAt = Instant.EPOCH;
    private Instant stageAt = Instant.EPOCH;

    /** @param zone whose time the lines begin with */
    public Narration(ZoneId zone) {
        this.zone = zone;
    }

    /** The line for a look, if it is worth one; a long one is folded, and goes on below. */
    public List<String> tell(Progress progress, Instant now) {
        String says = progress.says();
        boolean newStage = !progress.phase().stage().equals(stage);
        if (newStage) {
            words.clear();
        }
        boolean newWords = words.add(words(says));
        if (!newStage && !newWords && now.isBefore(saidAt.plus(pace(says, now)))) {
            return List.of();
        }
        if (newStage) {
            stage = progress.phase().stage();
            stageAt = now;
        }
        boolean still = says.equals(said);
        said = says;
        saidAt = now;
        String margin = String.format("%s  %-9s ", TIME.format(now.atZone(zone)), stage);
        return Phrases.fold(margin, (still ? "still " : "") + says, WIDTH);
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
