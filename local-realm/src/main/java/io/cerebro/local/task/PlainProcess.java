package io.cerebro.local.task;

import io.cerebro.local.task.ProcessTable.Entry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A process in a session of its own, known by its id and its start, both on disk, so that another JVM can find it again.
 *
 * <p>A shell stands over the command, and only SIGKILL ends it: it writes down who it is before the command starts, and
 * afterwards how the command ended. It uses nothing but what is built into a shell, for the task's PATH may be anything.
 *
 * @param startTicks when it started, in the kernel's words, which tells it from a later process of the same id
 */
record PlainProcess(long pid, long startTicks, Path sandbox) {
    private static final String RECORD = ".process";
    private static final String EXIT = ".exit";
    private static final String OVERSEER = "read -r b </proc/sys/kernel/random/boot_id; read -r s </proc/$$/stat;"
            + " echo \"$b $s\" >" + RECORD + "; trap : HUP INT QUIT TERM; \"$@\"; echo $? >" + EXIT;

    /** @throws IOException if this machine cannot start one */
    static Process start(Path sandbox, PlainCommand command) throws IOException {
        List<String> words = new ArrayList<>(List.of("setsid", "/bin/sh", "-c", OVERSEER, "sh"));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(sandbox.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(sandbox.resolve("stdout").toFile()))
                .redirectError(Redirect.appendTo(sandbox.resolve("stderr").toFile()));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    static PlainProcess of(Process process, Path sandbox) {
        long start = ProcessTable.entry(process.pid()).map(Entry::startTicks).orElse(0L);
        return new PlainProcess(process.pid(), start, sandbox);
    }

    /** The one that was started in this sandbox, alive or not, unless the machine has been started anew since. */
    static Optional<PlainProcess> in(Path sandbox) throws IOException {
        try {
            String[] record = Files.readString(sandbox.resolve(RECORD)).split(" ", 2);
            if (record.length < 2 || !record[0].equals(ProcessTable.boot())) {
                return Optional.empty();
            }
            Entry entry = Entry.parse(record[1]);
            return Optional.of(new PlainProcess(entry.pid(), entry.startTicks(), sandbox));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    String taskId() {
        return sandbox.getFileName().toString();
    }

    boolean alive() {
        return ProcessTable.entry(pid)
                .filter(entry -> entry.startTicks() == startTicks && entry.alive())
                .isPresent();
    }

    /** The command's own; empty while it runs, and if even the shell over it was killed. */
    OptionalInt exitCode() {
        try {
            return OptionalInt.of(
                    Integer.parseInt(Files.readString(sandbox.resolve(EXIT)).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** To the whole process group, and to those of its processes that have left the group. */
    void signal(String signal, ProcessTable table) throws IOException, InterruptedException {
        if (table.reused(pid, startTicks)) {
            return;
        }
        List<String> targets = table.members(pid).stream()
                .map(member -> member.group() == pid ? "-" + pid : String.valueOf(member.pid()))
                .distinct()
                .toList();
        if (targets.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(
                List.of("/bin/sh", "-c", "s=$1; shift; for p; do kill -s $s -- $p; done", "sh", signal));
        words.addAll(targets);
        Process kill = new ProcessBuilder(words)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (!kill.waitFor(10, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
        }
    }
}
