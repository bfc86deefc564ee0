package io.cerebro.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process of a local realm. It holds a lock on a file as long as it lives, however it ends; its number is written into
 * another once it serves.
 */
final class RealmProcess {
    private static final String LOCK = "realm.lock";
    private static final String PID = "realm.pid";
    private static final String CLEAR = "realm.clear";
    private static final String CLEARED = "realm.cleared";
    private static final int CLAIMS = 20;
    private static final long PAUSE_MILLIS = 100;

    /** Held until the process ends: a lock goes with its channel, and a channel that nobody holds is collected. */
    private static @Nullable FileLock held;

    private RealmProcess() {}

    /** Empty where none runs, or where it does not serve yet. */
    static Optional<ProcessHandle> find(Path home) {
        if (!Files.exists(home.resolve(LOCK))) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(home.resolve(LOCK), StandardOpenOption.WRITE)) {
            @Nullable FileLock free = file.tryLock();
            if (free != null || !Files.exists(home.resolve(PID))) {
                return Optional.empty();
            }
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(home.resolve(PID)).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean ready(Path home, long pid) {
        return find(home).map(process -> process.pid() == pid).orElse(false);
    }

    /**
     * Makes this process the realm's, until it ends. Tries for two seconds, because whoever looks for the realm's process
     * holds the lock for an instant.
     *
     * @return whether no other is
     */
    static boolean claim(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        FileChannel file = FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int claim = 0; claim < CLAIMS; claim++) {
            held = file.tryLock();
            if (held != null) {
                Files.deleteIfExists(home.resolve(PID));
                Files.deleteIfExists(home.resolve(CLEAR));
                Files.deleteIfExists(home.resolve(CLEARED));
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        file.close();
        return false;
    }

    /** Says that the realm serves: all at once, because others look for it meanwhile. */
    static void announce(Path home) throws IOException {
        Path next = home.resolve(PID + ".next");
        Files.writeString(next, Long.toString(ProcessHandle.current().pid()));
        Files.move(next, home.resolve(PID), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Asks the realm's process to leave nothing behind when it ends. */
    static void askToClear(Path home) throws IOException {
        Files.writeString(home.resolve(CLEAR), Instant.now().toString());
    }

    static boolean askedToClear(Path home) {
        return Files.exists(home.resolve(CLEAR));
    }

    /** Written by the realm's own process when it has left nothing behind. */
    static void leftNothing(Path home) throws IOException {
        Files.writeString(home.resolve(CLEARED), Instant.now().toString());
    }

    static boolean hasLeftNothing(Path home) {
        return Files.exists(home.resolve(CLEARED));
    }
}
