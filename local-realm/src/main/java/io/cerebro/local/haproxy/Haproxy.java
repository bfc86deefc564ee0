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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The HAProxy processes of one realm: a master of its own session, which outlives this JVM, and its workers. */
final class Haproxy {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HaproxySettings settings;
    private final StatsSocket master;
    private final StatsSocket admin;

    Haproxy(HaproxySettings settings) {
        this.settings = settings;
        this.master = new StatsSocket(
                "the HAProxy master of realm " + settings.realm(),
                settings.masterSocket().toString(),
                ANSWER);
        this.admin = new StatsSocket(
                "the HAProxy of realm " + settings.realm(),
                settings.adminSocket().toString(),
                ANSWER);
    }

    StatsSocket admin() {
        return admin;
    }

    /** The master's process id, if it runs. It refuses connections for a moment while it reloads. */
    Optional<Long> running() {
        try {
            return Optional.of(processes().master());
        } catch (Unreachable e) {
            return recordedPid().filter(this::alive);
        }
    }

    private Optional<Long> recordedPid() {
        try {
            return Files.exists(pidFile())
                    ? Optional.of(Long.parseLong(Files.readString(pidFile()).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return settings.directory().resolve("haproxy.pid");
    }

    Processes processes() {
        return Processes.parse(master.ask("show proc"));
    }

    /** Statistics of all workers, those included that finish their last requests after a reload. */
    List<String> statsOfAll() {
        List<String> stats = new ArrayList<>(List.of(admin.ask("show stat")));
        for (long old : processes().leaving()) {
            stats.add(master.ask("@!" + old + " show stat"));
        }
        return stats;
    }

    void start(Path configuration) {
        Result result = run(List.of(
                settings.binary(),
                "-W",
                "-D",
                "-p",
                pidFile().toString(),
                "-S",
                settings.masterSocket() + ",mode,600",
                "-f",
                configuration.toString()));
        if (result.status() != 0) {
            throw new HaproxyException("tried to start HAProxy with " + configuration + " but " + result.says());
        }
        if (!await(() -> running().isPresent())) {
            throw new HaproxyException(
                    "tried to start HAProxy with " + configuration + " but its master does not answer at "
                            + settings.masterSocket() + ": start it by hand to see why");
        }
    }

    /** Why HAProxy would not take this configuration, if so. */
    Optional<String> objection(Path configuration) {
        Result result = run(List.of(settings.binary(), "-c", "-f", configuration.toString()));
        return result.status() == 0 ? Optional.empty() : Optional.of(result.says());
    }

    /** Hitless: the new worker listens before the old one stops. Returns when the new one answers commands. */
    void reload() {
        Processes before = processes();
        master.tell("reload");
        Optional<Processes> after = awaitReload(before);
        if (after.isEmpty() || after.get().worker() == before.worker()) {
            throw new HaproxyException(
                    "tried to reload HAProxy but its new worker did not start, and the old one serves on:"
                            + " check that nothing else has one of its ports, and that memory and file descriptors are not used up");
        }
        String pid = "Pid: " + after.get().worker();
        if (!await(() -> admin.ask("show info").lines().anyMatch(pid::equals))) {
            throw new HaproxyException("tried to reload HAProxy but its new worker "
                    + after.get().worker() + " does not answer at " + settings.adminSocket());
        }
    }

    private Optional<Processes> awaitReload(Processes before) {
        Processes[] last = new Processes[1];
        boolean settled = await(() -> {
            last[0] = processes();
            return last[0].worker() != before.worker()
                    || (last[0].reloads() > before.reloads() && last[0].failedReloads() > 0);
        });
        return settled ? Optional.of(last[0]) : Optional.empty();
    }

    /** Ends the master and all its workers, at once. */
    void stop() {
        Optional<Long> pid = running();
        List<Long> all = new ArrayList<>();
        if (pid.isPresent()) {
            all.add(pid.get());
            try {
                Processes processes = processes();
                all.add(processes.worker());
                all.addAll(processes.leaving());
            } catch (Unreachable e) {
                // the master takes its workers with it
            }
            end(all);
        }
        List.of(pidFile(), settings.adminSocket(), settings.masterSocket()).forEach(Haproxy::delete);
    }

    private void end(List<Long> all) {
        ProcessHandle.of(all.get(0)).ifPresent(ProcessHandle::destroy);
        if (!await(() -> all.stream().noneMatch(this::alive))) {
            all.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            if (!await(() -> all.stream().noneMatch(this::alive))) {
                throw new HaproxyException(
                        "tried to stop HAProxy " + all.get(0) + " but it runs on, even after SIGKILL");
            }
        }
    }

    /** A process id may be another program's by now, and one that nobody has waited for has no command line any more. */
    private boolean alive(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().commandLine())
                .filter(command -> command.contains(settings.masterSocket().toString()))
                .isPresent();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HaproxyException("tried to delete " + file + " but " + e, e);
        }
    }

    private static boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            try {
                if (condition.getAsBoolean()) {
                    return true;
                }
            } catch (Unreachable e) {
                // it refuses connections while it starts
            }
            LockSupport.parkNanos(10_000_000);
        }
        return false;
    }

    private record Result(int status, String output) {
        /** Its own last words. */
        String says() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return "it ended with status " + status + ": "
                    + String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        }
    }

    private Result run(List<String> command) {
        Path log = settings.directory().resolve("haproxy.log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(settings.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new HaproxyException("tried to run " + String.join(" ", command) + " but it did not end within "
                        + PATIENCE.toSeconds() + " s: see " + log);
            }
            return new Result(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new HaproxyException(
                    "tried to run '" + settings.binary() + "' but " + e.getMessage()
                            + ": install HAProxy 2.6 or later (Debian: apt-get install haproxy), or name its program",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HaproxyException("interrupted while running " + String.join(" ", command), e);
        }
    }
}
