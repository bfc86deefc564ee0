package io.cerebro.cli;

import io.cerebro.release.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Tells a release's progress: a line for each stage, and one that is rewritten in place on a terminal, or repeated at most
 * every few seconds where the output is a file.
 */
final class Narrator {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Duration PACE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private String stage = "";
    private String said = "";
    private Instant saidAt = Instant.EPOCH;

    Narrator(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    void tell(Progress progress) {
        boolean newStage = !progress.phase().stage().equals(stage);
        String says = progress.says();
        Instant now = clock.instant();
        if (says.equals(said) || (!newStage && !terminal && now.isBefore(saidAt.plus(PACE)))) {
            return;
        }
        if (terminal && newStage && !stage.isEmpty()) {
            out.println();
        }
        stage = progress.phase().stage();
        said = says;
        saidAt = now;
        write(line(now));
        if (terminal && progress.outcome().isPresent()) {
            out.println();
        }
    }

    private String line(Instant now) {
        return TIME.format(now.atZone(ZoneId.systemDefault())) + "  " + String.format("%-9s", stage) + " " + said;
    }

    private void write(String line) {
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }
}
