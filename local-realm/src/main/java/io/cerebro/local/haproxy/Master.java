package io.cerebro.local.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.haproxy.StatsSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * HAProxy's master process, asked at its own socket. It refuses connections while it executes itself anew: at each reload,
 * and once more shortly after it has started. So it is dead only when its process is.
 */
final class Master {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private final Path socketPath;
    private final Path pidFile;
    private final StatsSocket socket;

    Master(HaproxySettings settings) {
        this.socketPath = settings.masterSocket();
        this.pidFile = settings.pidFile();
        this.socket = new StatsSocket("the HAProxy master of realm " + settings.realm(), socketPath.toString(), ANSWER);
    }

    /** Its process id, if it runs. */
    Optional<Long> pid() {
        try {
            return Optional.of(show().master());
        } catch (Unreachable e) {
            return recordedPid().filter(this::alive);
        }
    }

    /** What it answers now. */
    Processes show() {
        return Processes.parse(socket.ask("show proc"));
    }

    Processes processes() {
        return patiently(this::show);
    }

    void reload() {
        patiently(() -> {
            socket.tell("reload");
            return "";
        });
    }

    private <T> T patiently(Supplier<T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (Unreachable e) {
                boolean dead = recordedPid().filter(this::alive).isEmpty();
                if (dead
                        || System.nanoTime() > deadline
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** A process id may be another program's by now, and one that nobody has waited for has no command line any more. */
    boolean alive(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().commandLine())
                .filter(command -> command.contains(socketPath.toString()))
                .isPresent();
    }

    private Optional<Long> recordedPid() {
        try {
            return Files.exists(pidFile)
                    ? Optional.of(Long.parseLong(Files.readString(pidFile).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
