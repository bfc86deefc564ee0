package io.cerebro.traffic.haproxy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A map as HAProxy reads it when it starts. Rewritten whole and swapped in, so that a reload reads the old one or the new
 * one; a lock file keeps two processes that change different services from losing each other's line.
 */
final class MapFile {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;

    MapFile(Path file) {
        this.file = file;
    }

    /** Takes out every line that matches by key and value, and puts this line in where there is one. */
    void replace(BiPredicate<String, String> which, Optional<String> line) throws IOException {
        Path lock = file.resolveSibling(".cerebro.lock");
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
                List<String> present =
                        before.stream().filter(text -> matches(text, which)).toList();
                if (!Files.exists(file) || !present.equals(line.stream().toList())) {
                    List<String> after = new ArrayList<>(before);
                    after.removeAll(present);
                    line.ifPresent(after::add);
                    swap(after);
                }
            }
        }
    }

    private static boolean matches(String line, BiPredicate<String, String> which) {
        String[] parts = line.strip().split("\\s+", 2);
        boolean entry = !parts[0].isEmpty() && !parts[0].startsWith("#");
        return entry && which.test(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private void swap(List<String> lines) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
        try {
            Files.write(fresh, lines, StandardCharsets.UTF_8);
            try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            copyAccess(target, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void copyAccess(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null || !Files.exists(from)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes given = view.readAttributes();
        if (!wanted.group().equals(given.group())) {
            view.setGroup(wanted.group());
        }
        if (!wanted.owner().equals(given.owner())) {
            view.setOwner(wanted.owner());
        }
        view.setPermissions(wanted.permissions());
    }
}
