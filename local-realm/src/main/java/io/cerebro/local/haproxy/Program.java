package io.cerebro.local.haproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The HAProxy program, run to its end: with {@code -D} it ends when its processes serve. */
record Program(String binary, Path directory) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LAST_LINES = 5;

    /** @param says how it ended, with its own last words */
    record Result(boolean ok, String says) {}

    Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(binary));
        command.addAll(List.of(arguments));
        Path log = directory.resolve("haproxy.log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(false, "it did not end within " + PATIENCE.toSeconds() + " s: see " + log);
            }
            return result(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new HaproxyException(
                    "tried to run '" + binary + "' but " + e.getMessage()
                            + ": install HAProxy 2.6 or later (Debian: apt-get install haproxy), or name its program",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HaproxyException("interrupted while running " + String.join(" ", command), e);
        }
    }

    private static Result result(int status, String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new Result(status == 0, "it ended with status " + status + ": " + String.join(" | ", last));
    }
}
