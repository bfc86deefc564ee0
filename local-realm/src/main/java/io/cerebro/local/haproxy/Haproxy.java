package io.cerebro.local.haproxy;

import io.cerebro.http.Unreachable;
import io.cerebro.traffic.haproxy.StatsSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The HAProxy processes of one realm: a master in a session of its own, which outlives this JVM, and its workers. */
final class Haproxy {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private final HaproxySettings settings;
    private final Program program;
    private final Master master;
    private final StatsSocket admin;

    Haproxy(HaproxySettings settings) {
        this.settings = settings;
        this.program = new Program(settings.binary(), settings.directory());
        this.master = new Master(settings);
        this.admin = new StatsSocket(
                "the HAProxy of realm " + settings.realm(),
                settings.adminSocket().toString(),
                ANSWER);
    }

    StatsSocket admin() {
        return admin;
    }

    /** The master's process id, if it runs. */
    Optional<Long> running() {
        return master.pid();
    }

    Processes processes() {
        return master.processes();
    }

    /** Why HAProxy would not take this configuration, if so. */
    Optional<String> objection(Path configuration) {
        Program.Result result = program.run("-c", "-f", configuration.toString());
        return result.ok() ? Optional.empty() : Optional.of(result.says());
    }

    void start(Path configuration) {
        String tried = "tried to start HAProxy with " + configuration;
        Program.Result result = program.run(
                "-W",
                "-D",
                "-p",
                settings.pidFile().toString(),
                "-S",
                settings.masterSocket() + ",mode,600",
                "-f",
                configuration.toString());
        if (!result.ok()) {
            throw new HaproxyException(tried + " but " + result.says());
        }
        if (!await(() -> master.show().worker() != 0)) {
            throw new HaproxyException(tried + " but its master does not answer at " + settings.masterSocket()
                    + ": start it by hand to see why");
        }
    }

    /** Hitless: the new worker listens before the old one stops. Returns when the new one answers commands. */
    void reload() {
        Processes before = processes();
        master.reload();
        await(() -> hasReloaded(before, master.show()));
        long worker = processes().worker();
        if (worker == before.worker()) {
            throw new HaproxyException(
                    "tried to reload HAProxy but its new worker did not start, and the old one serves"
                            + " on: check that nothing else has one of its ports, and that memory and file descriptors are not"
                            + " used up");
        }
        if (!await(() -> admin.ask("show info").lines().anyMatch(("Pid: " + worker)::equals))) {
            throw new HaproxyException("tried to reload HAProxy but its new worker " + worker + " does not answer at "
                    + settings.adminSocket());
        }
    }

    private static boolean hasReloaded(Processes before, Processes now) {
        boolean failed = now.reloads() > before.reloads() && now.failedReloads() > 0;
        return failed || now.worker() != before.worker();
    }

    /** Ends the master and all its workers, at once. */
    void stop() {
        running().ifPresent(this::end);
        List.of(settings.pidFile(), settings.adminSocket(), settings.masterSocket())
                .forEach(Haproxy::delete);
    }

    private void end(long masterPid) {
        List<Long> all = new ArrayList<>(List.of(masterPid));
        try {
            Processes processes = processes();
            all.add(processes.worker());
            all.addAll(processes.leaving());
        } catch (Unreachable e) {
            // the master takes its workers with it
        }
        ProcessHandle.of(masterPid).ifPresent(ProcessHandle::destroy);
        if (!await(() -> all.stream().noneMatch(master::alive))) {
            all.stream()
                    .filter(master::alive)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
            if (!await(() -> all.stream().noneMatch(master::alive))) {
                throw new HaproxyException(
                        "tried to stop HAProxy " + masterPid + " but it runs on, even after SIGKILL");
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HaproxyException("tried to delete " + file + " but " + e, e);
        }
    }

    private static boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Master.PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            try {
                if (condition.getAsBoolean()) {
                    return true;
                }
            } catch (Unreachable e) {
                // it refuses connections for a moment
            }
            LockSupport.parkNanos(PAUSE);
        }
        return false;
    }
}
