package io.cerebro.local.task;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The {@code docker} found on the path, as this machine's user has configured it. */
final class DockerCommand implements Docker {
    private static final Duration LOGS_LIMIT = Duration.ofMinutes(1);

    @Override
    public Answer run(Call call) throws IOException, InterruptedException {
        Path output = Files.createTempFile("cerebro-docker", ".out");
        Path errors = Files.createTempFile("cerebro-docker", ".err");
        try {
            Process process = start(call, Redirect.to(output.toFile()), Redirect.to(errors.toFile()));
            give(process, call.input());
            await(process, call);
            return new Answer(process.exitValue(), text(output), text(errors));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    @Override
    public Answer logs(String container, Path stdout, Path stderr) throws IOException, InterruptedException {
        Call call = new Call(List.of("logs", container), Map.of(), "", LOGS_LIMIT);
        Process process = start(call, Redirect.to(stdout.toFile()), Redirect.to(stderr.toFile()));
        give(process, "");
        await(process, call);
        return new Answer(process.exitValue(), "", "");
    }

    @Override
    public Feed follow(List<String> words, Consumer<String> reader, Runnable ended) throws IOException {
        Process process = start(Call.of(words), Redirect.PIPE, Redirect.DISCARD);
        give(process, "");
        Thread thread = new Thread(() -> read(process, reader, ended), "docker-" + words.get(0));
        thread.setDaemon(true);
        thread.start();
        return process::destroyForcibly;
    }

    private static void read(Process process, Consumer<String> reader, Runnable ended) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(reader);
        } catch (IOException | UncheckedIOException e) {
            process.destroyForcibly();
        } finally {
            ended.run();
        }
    }

    private static Process start(Call call, Redirect output, Redirect errors) throws IOException {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(call.words());
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(output).redirectError(errors);
        builder.environment().putAll(call.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NoDocker();
        }
    }

    private static void give(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it ended without reading; its own words say why
        }
    }

    private static void await(Process process, Call call) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(call.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("tried to run '" + call + "' but Docker did not answer within "
                        + call.limit().toSeconds() + " s: see whether 'docker info' answers");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
