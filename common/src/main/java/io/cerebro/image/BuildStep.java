package io.cerebro.image;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One step of a Dockerfile while it is built, with the last lines that it printed. */
final class BuildStep {
    private static final int LAST_LINES = 20;
    private static final int LONGEST_INSTRUCTION = 100;
    private static final Pattern EXIT_CODE = Pattern.compile("(?:returned a non-zero code|exit code): (\\d+)$");
    private static final Pattern DISK_FULL = Pattern.compile("(?i)no space left on device|disk quota exceeded");

    private final String position;
    private final String instruction;
    private final Deque<String> lines = new ArrayDeque<>();
    private Optional<String> error = Optional.empty();

    /** @param position such as {@code 3/5} */
    BuildStep(String position, String instruction) {
        this.position = position;
        this.instruction = instruction.strip().replaceAll("\\s+", " ");
    }

    void print(String line) {
        lines.addLast(line);
        if (lines.size() > LAST_LINES + 1) { // one of them may be the classic builder's error
            lines.removeFirst();
        }
    }

    void fail(String message) {
        error = Optional.of(message);
    }

    /** The classic builder names no error: it is the last line. */
    void failWithLastLine() {
        if (error.isEmpty() && !lines.isEmpty()) {
            fail(lines.removeLast());
        }
    }

    boolean failed() {
        return error.isPresent();
    }

    /** Whether it is about a base image, and not a step of the team's own. */
    boolean base() {
        return instruction.startsWith("FROM ");
    }

    String failure() {
        String sentence = "docker build failed at step " + position + " (" + shortened() + "): " + why();
        if (DISK_FULL.matcher(error + "\n" + lines).find()) {
            sentence += "; " + Trouble.DISK_FULL;
        }
        return lines.isEmpty()
                ? sentence
                : lines.stream()
                        .skip(Math.max(0, lines.size() - LAST_LINES))
                        .collect(Collectors.joining("\n  ", sentence + "; its last lines:\n  ", ""));
    }

    private String why() {
        String message = error.orElse("docker did not say why");
        Matcher exit = EXIT_CODE.matcher(message);
        return exit.find() ? "its command ended with exit code " + exit.group(1) : message;
    }

    private String shortened() {
        return instruction.length() <= LONGEST_INSTRUCTION
                ? instruction
                : instruction.substring(0, LONGEST_INSTRUCTION) + "…";
    }
}
