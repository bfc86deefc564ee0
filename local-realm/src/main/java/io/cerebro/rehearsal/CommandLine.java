package io.cerebro.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs {@code cerebro} as a user does, shows what it says, and keeps it. */
final class CommandLine {
    private final List<String> cerebro;
    private final Map<String, String> environment;
    private final Path directory;

    /** What a command said, and how it ended. */
    record Result(int code, List<String> lines) {
        Result {
            lines = List.copyOf(lines);
        }

        String last() {
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }

    CommandLine(List<String> cerebro, Map<String, String> environment, Path directory) {
        this.cerebro = List.copyOf(cerebro);
        this.environment = Map.copyOf(environment);
        this.directory = directory;
    }

    /** Runs a command that must end well, and shows only its last line; all of it when it does not. */
    String quietly(String... words) {
        Result result = run(line -> {}, words);
        if (result.code() != 0) {
            result.lines().forEach(CommandLine::show);
            throw new Failed("`cerebro " + String.join(" ", words) + "` failed: " + result.last());
        }
        show(result.last());
        return result.last();
    }

    /** Runs a command that must end with this code. */
    Result expect(int code, String... words) {
        Result result = run(words);
        if (result.code() != code) {
            throw new Failed("`cerebro " + String.join(" ", words) + "` ended with " + result.code() + ", not with "
                    + code + ": " + result.last());
        }
        return result;
    }

    Result run(String... words) {
        return run(CommandLine::show, words);
    }

    private Result run(Consumer<String> shown, String... words) {
        System.out.println("$ cerebro " + String.join(" ", words));
        List<String> command = new ArrayList<>(cerebro);
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            List<String> lines = lines(process, shown);
            return new Result(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    private static void show(String line) {
        System.out.println("  " + line);
    }

    private static List<String> lines(Process process, Consumer<String> shown) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                shown.accept(line);
                lines.add(line);
            }
        }
        return lines;
    }
}
