package io.cerebro.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NarratorTest {
    @Test
    void rewritesItsRowsOnATerminalThatIsNarrowerThanTheyAre() {
        List<String> screen = Terminal.show(told(true), 80);

        String all = String.join("", screen);
        assertThat(all.split("canary partial, 10 % of the traffic: ", -1)).hasSize(2);
        assertThat(all.split("canary isolated, by header only: ", -1)).hasSize(2);
        assertThat(all).contains("PASS: ", "done: /orders is live, 3 instances serve it");
        assertThat(screen).allMatch(row -> row.length() <= 80);
    }

    @Test
    void writesPlainLinesIntoAFile() {
        assertThat(told(false))
                .doesNotContain("\033", "\r")
                .contains("; PASS: ")
                .endsWith("done: /orders is live, 3 instances serve it\n");
    }

    private static String told(boolean terminal) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Drive drive = new Drive().live(Drive.orders("v1"));
        Narrator narrator = new Narrator(new PrintStream(written, true, UTF_8), terminal, drive.clock);
        Progress progress = Progress.start(drive.release(Drive.orders("v2"), Goal.RELEASE));
        while (progress.outcome().isEmpty()) {
            progress = drive.steps(progress, 1);
            narrator.tell(progress);
        }
        return written.toString(UTF_8);
    }

    /** As much of a terminal as is used. */
    private static final class Terminal {
        private static final Pattern TOKEN = Pattern.compile("\033\\[\\?7([lh])|\033\\[(\\d+)A|\033\\[J|\r|\n|[^\033]");

        private final int width;
        private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
        private boolean wrap = true;
        private int row;
        private int column;

        private Terminal(int width) {
            this.width = width;
        }

        static List<String> show(String text, int width) {
            Terminal terminal = new Terminal(width);
            Matcher tokens = TOKEN.matcher(text);
            while (tokens.lookingAt()) {
                terminal.take(tokens);
                tokens.region(tokens.end(), text.length());
            }
            assertThat(tokens.regionStart()).isEqualTo(text.length());
            return terminal.rows.stream().map(StringBuilder::toString).toList();
        }

        private void take(Matcher token) {
            if (token.group(1) != null) {
                wrap = token.group(1).equals("h");
            } else if (token.group(2) != null) {
                row -= Integer.parseInt(token.group(2));
            } else if (token.group().equals("\033[J")) {
                rows.get(row).setLength(column);
                rows.subList(row + 1, rows.size()).clear();
            } else if (token.group().equals("\r")) {
                column = 0;
            } else if (token.group().equals("\n")) {
                down();
            } else {
                put(token.group());
            }
        }

        private void put(String character) {
            if (column == width && wrap) {
                down();
            }
            if (column == width) {
                rows.get(row).setLength(--column);
            }
            rows.get(row).append(character);
            column++;
        }

        private void down() {
            row++;
            column = 0;
            if (row == rows.size()) {
                rows.add(new StringBuilder());
            }
        }
    }
}
