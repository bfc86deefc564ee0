package io.cerebro.local.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code /proc} says about all processes at one moment. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final long USUAL_PAGE = 4096;
    private static final long PAGE = pageSize();

    private final Map<Long, Entry> entries;
    private final Map<Long, List<Entry>> sessions;
    private final Map<Long, List<Entry>> children;

    private ProcessTable(Map<Long, Entry> entries) {
        this.entries = entries;
        this.sessions = entries.values().stream().collect(Collectors.groupingBy(Entry::session));
        this.children = entries.values().stream().collect(Collectors.groupingBy(Entry::parent));
    }

    /** @param startTicks since boot, which tells a process from a later one of the same id */
    record Entry(long pid, char state, long parent, long group, long session, long startTicks, long residentPages) {
        /** A {@code /proc/<pid>/stat}; the command in it, between brackets, may hold anything. */
        static Entry parse(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
            return new Entry(
                    Long.parseLong(stat.substring(0, stat.indexOf(' '))),
                    fields[0].charAt(0),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[2]),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[19]),
                    Long.parseLong(fields[21]));
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

    boolean alive(long pid, long startTicks) {
        Entry entry = entries.get(pid);
        return entry != null && entry.startTicks() == startTicks && entry.alive();
    }

    /** The living processes of a task: those in its leader's session, and the descendants of those. */
    List<Entry> members(long leader) {
        Set<Entry> members = new LinkedHashSet<>(sessions.getOrDefault(leader, List.of()));
        Deque<Entry> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            for (Entry child : children.getOrDefault(open.remove().pid(), List.of())) {
                if (members.add(child)) {
                    open.add(child);
                }
            }
        }
        return members.stream().filter(Entry::alive).toList();
    }

    /** Of a task's processes together, as Mesos counts it where it has no cgroups. */
    long residentBytes(List<Entry> members) {
        return members.stream().mapToLong(Entry::residentPages).sum() * PAGE;
    }

    private static long pageSize() {
        try (Stream<String> lines = Files.lines(PROC.resolve("self/smaps"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("KernelPageSize:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(USUAL_PAGE);
        } catch (IOException | UncheckedIOException e) {
            return USUAL_PAGE;
        }
    }
}
