package io.cerebro.local.task;

import io.cerebro.local.task.Runner.Stream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A directory for each task, with what it wrote. Those of the last {@value #KEPT} ended tasks stay to be read. */
final class Sandboxes {
    static final int KEPT = 50;
    static final long LARGEST_LOG = 10L * 1024 * 1024;

    private static final Pattern TASK_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String ENDED = ".ended";

    private final Path directory;

    Sandboxes(Path directory) {
        this.directory = directory;
    }

    /** @throws IllegalArgumentException if the id could lead out of the directory */
    Path of(String taskId) {
        if (!TASK_ID.matcher(taskId).matches()) {
            throw new IllegalArgumentException("'" + taskId + "' is not a task id");
        }
        return directory.resolve(taskId);
    }

    Path create(String taskId) throws IOException {
        return Files.createDirectories(of(taskId));
    }

    Path file(String taskId, Stream stream) {
        return of(taskId).resolve(stream.name().toLowerCase(Locale.ROOT));
    }

    byte[] read(String taskId, Stream stream) {
        try {
            return tail(file(taskId, stream));
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("tried to read what task " + taskId + " wrote but " + e.getMessage(), e);
        }
    }

    boolean has(String taskId, Stream stream) {
        return Files.exists(file(taskId, stream));
    }

    /** Those of tasks that still run, or that nobody saw ending. */
    List<String> open() {
        return list().stream()
                .filter(sandbox -> !Files.exists(sandbox.resolve(ENDED)))
                .map(sandbox -> sandbox.getFileName().toString())
                .toList();
    }

    /**
     * Keeps the end of a file that grows without bound. A writer that appends does not notice, but for a moment's lines.
     *
     * <p>The end is copied over the beginning, which it never reaches into, so that this takes no room on a full disk, and
     * loses nothing of the end if it fails.
     */
    synchronized void shorten(String taskId, Stream stream) throws IOException {
        Path file = file(taskId, stream);
        if (Files.exists(file) && Files.size(file) > LARGEST_LOG) {
            byte[] tail = tail(file, LARGEST_LOG / 2);
            try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
                log.write(tail);
                log.setLength(tail.length);
            }
        }
    }

    /** The task has ended: its logs are kept until {@value #KEPT} more have. */
    synchronized void ended(String taskId) throws IOException {
        for (Stream stream : Stream.values()) {
            shorten(taskId, stream);
        }
        Files.write(create(taskId).resolve(ENDED), new byte[0]);
        List<Path> ended = list().stream()
                .filter(sandbox -> Files.exists(sandbox.resolve(ENDED)))
                .sorted(Comparator.comparing(Sandboxes::endedAt).reversed())
                .toList();
        for (Path sandbox : ended.subList(Math.min(KEPT, ended.size()), ended.size())) {
            delete(sandbox);
        }
    }

    synchronized void delete(String taskId) throws IOException {
        delete(of(taskId));
    }

    synchronized void clear() {
        try {
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("tried to remove " + directory + " but " + e.getMessage(), e);
        }
    }

    private List<Path> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (java.util.stream.Stream<Path> sandboxes = Files.list(directory)) {
            return sandboxes.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("tried to list " + directory + " but " + e.getMessage(), e);
        }
    }

    private static FileTime endedAt(Path sandbox) {
        try {
            return Files.getLastModifiedTime(sandbox.resolve(ENDED));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static byte[] tail(Path file) throws IOException {
        return tail(file, LARGEST_LOG);
    }

    private static byte[] tail(Path file, long most) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - most));
            byte[] tail = new byte[(int) Math.min(most, log.length() - log.getFilePointer())];
            int read = Math.max(0, log.read(tail));
            return java.util.Arrays.copyOf(tail, read);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            /** A task that is ending removes files of its own meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return failure instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
