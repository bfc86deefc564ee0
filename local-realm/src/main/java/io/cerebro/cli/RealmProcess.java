package io.cerebro.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The background process of a local realm, found again by its number and the moment that it started, so that a number used
 * again by a stranger is never taken for it.
 */
final class RealmProcess {
    private static final String FILE = "realm.pid";
    private static final String CLEAR = "realm.clear";

    private RealmProcess() {}

    static Optional<ProcessHandle> find(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean ready(Path home, long pid) {
        return find(home).map(process -> process.pid() == pid).orElse(false);
    }

    /** Written by the realm's own process once it serves. */
    static void announce(Path home) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Files.deleteIfExists(home.resolve(CLEAR));
        Files.writeString(home.resolve(FILE), self.pid() + " " + startOf(self));
    }

    /** Asks the realm's process to leave nothing behind when it ends. */
    static void askToClear(Path home) throws IOException {
        Files.writeString(home.resolve(CLEAR), Instant.now().toString());
    }

    static boolean askedToClear(Path home) {
        return Files.exists(home.resolve(CLEAR));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
