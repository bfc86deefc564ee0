package io.cerebro.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs commands on this machine, without a shell. The output is given to the calling thread. */
public final class LocalCommands implements Commands {
    private static final int LINES_AHEAD = 1000;
    private static final long SECONDS_TO_END = 5;
    private static final String END = new String("end of output");

    @Override
    public int run(Command command, Consumer<String> output) throws InterruptedException {
        Process process = start(command);
        BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
        Thread reader = background("output", () -> read(process, lines));
        background("input", () -> write(process, command));
        try {
            for (String line = lines.take(); !same(line, END); line = lines.take()) {
                output.accept(line);
            }
            return process.waitFor();
        } finally {
            reader.interrupt();
            end(process);
        }
    }

    private static Process start(Command command) {
        try {
            if (!Files.isDirectory(command.directory())) {
                throw new NoSuchFileException(command.directory().toString(), null, "no such directory to run in");
            }
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.directory().toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(command.environment());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // a line of the output may say the same
    private static boolean same(String line, String other) {
        return line == other;
    }

    private static Thread background(String what, Runnable work) {
        Thread thread = new Thread(work, "command-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void read(Process process, BlockingQueue<String> lines) {
        try {
            forward(process, lines);
            lines.put(END);
        } catch (InterruptedException e) {
            // nobody reads any more
        }
    }

    private static void forward(Process process, BlockingQueue<String> lines) throws InterruptedException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.put(line);
            }
        } catch (IOException e) {
            // the stream of a process that has been ended
        }
    }

    private static void write(Process process, Command command) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(command.input().orElse("").getBytes(UTF_8));
        } catch (IOException e) {
            // it ended without reading all; its exit code tells
        }
    }

    /** Nothing, where the command ended by itself. */
    private static void end(Process process) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroy);
        process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        tree.forEach(ProcessHandle::destroyForcibly);
    }
}
