package io.cerebro.local.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code /proc} says about all processes at one moment. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private final Map<Long, Entry> entries;

    private ProcessTable(Map<Long, Entry> entries) {
        this.entries = entries;
    }

    /** @param startTicks since boot, which tells a process from a later one of the same id */
    record Entry(long pid, char state, long parent, long group, long session, long startTicks) {
        /** A {@code /proc/<pid>/stat}; the command in it, between brackets, may hold anything. */
        static Entry parse(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
            return new Entry(
                    Long.parseLong(stat.substring(0, stat.indexOf(' '))),
                    fields[0].charAt(0),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[2]),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[19]));
        }

        boolean alive() {
            return state != 'Z' && state != 'X';
        }
    }

    static ProcessTable read() {
        Map<Long, Entry> entries = new HashMap<>();
        try (Stream<Path> all = Files.list(PROC)) {
            all.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .forEach(name -> entry(Long.parseLong(name)).ifPresent(entry -> entries.put(entry.pid(), entry)));
        } catch (IOException e) {
            throw new UncheckedIOException("tried to list the processes in /proc but " + e.getMessage(), e);
        }
        return new ProcessTable(entries);
    }

    static Optional<Entry> entry(long pid) {
        try {
            byte[] stat = Files.readAllBytes(PROC.resolve(pid + "/stat"));
            return Optional.of(Entry.parse(new String(stat, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Tells this boot of the machine from others, in which the same ids are other processes. */
    static String boot() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("tried to tell this boot of the machine but " + e.getMessage(), e);
        }
    }

    /** Whether this id is now another process's, which must not be taken for the one that had it. */
    boolean reused(long pid, long startTicks) {
        Entry entry = entries.get(pid);
        return entry != null && entry.startTicks() != startTicks;
    }

    /** The living processes of a task: those in its leader's session, and the descendants of those. */
    List<Entry> members(long leader) {
        return entries.values().stream()
                .filter(Entry::alive)
                .filter(entry -> belongs(entry, leader, 0))
                .toList();
    }

    private boolean belongs(Entry entry, long leader, int depth) {
        if (entry.session() == leader || entry.pid() == leader) {
            return true;
        }
        Entry parent = entries.get(entry.parent());
        return parent != null && depth < 64 && belongs(parent, leader, depth + 1);
    }

    /** Of a task's processes together, as Mesos counts it where it has no cgroups. */
    static long residentBytes(List<Entry> members) {
        return members.stream().mapToLong(member -> residentBytes(member.pid())).sum();
    }

    private static long residentBytes(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
