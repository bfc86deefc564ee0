package io.cerebro.cli;

import io.cerebro.document.Phrases;
import io.cerebro.release.Narration;
import io.cerebro.release.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Tells a release's progress: a line for each stage, and one that is rewritten in place on a terminal, or repeated at most
 * every few seconds where the output is a file. A long one is folded.
 */
final class Narrator {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Duration PACE = Duration.ofSeconds(5);
    /** Of a row on a terminal. */
    private static final int WIDTH = 100;

    private static final String REST_OF_SCREEN = "\033[J";
    /** A row that wraps could not be rewritten: its end is not shown before it stays. */
    private static final String CUT = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private String stage = "";
    private String said = "";
    private List<String> rows = List.of();
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
        if (terminal && newStage) {
            stays();
        }
        stage = progress.phase().stage();
        said = says;
        saidAt = now;
        write(lines(now));
        if (terminal && progress.outcome().isPresent()) {
            stays();
        }
    }

    private List<String> lines(Instant now) {
        String margin = String.format("%s  %-9s ", TIME.format(now.atZone(ZoneId.systemDefault())), stage);
        return Phrases.fold(margin, said, terminal ? WIDTH : Narration.WIDTH);
    }

    private void write(List<String> lines) {
        if (terminal) {
            out.print(back() + CUT + String.join("\n", lines) + WRAP);
            out.flush();
            rows = lines;
        } else {
            lines.forEach(out::println);
        }
    }

    /** Written whole, and not rewritten any more. */
    private void stays() {
        if (!rows.isEmpty()) {
            out.print(back() + String.join("\n", rows) + "\n");
            out.flush();
            rows = List.of();
        }
    }

    /** To where the rows begin, without them. */
    private String back() {
        return (rows.size() > 1 ? "\033[" + (rows.size() - 1) + "A" : "") + "\r" + REST_OF_SCREEN;
    }
}
