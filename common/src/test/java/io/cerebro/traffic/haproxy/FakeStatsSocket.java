package io.cerebro.traffic.haproxy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Answers like HAProxy 2.6 at its stats socket, with maps that work and statistics as given. */
public final class FakeStatsSocket implements AutoCloseable {
    private final Path path;
    private final ServerSocketChannel server;
    private final Map<String, List<Entry>> maps = new ConcurrentHashMap<>();
    private final Map<String, String> tables = new ConcurrentHashMap<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger references = new AtomicInteger(0x1000);
    private final List<SocketChannel> unanswered = new CopyOnWriteArrayList<>();
    private volatile String stats = "# pxname,svname,\n";
    private volatile String info = "Name: HAProxy\nPid: 4711\nUptime_sec: 12\nStart_time_sec: 1795396483\n";
    private volatile String level = "admin";
    private volatile boolean readOnly;
    private volatile boolean silent;
    private volatile boolean reloads;

    private record Entry(String reference, String key, String value) {}

    private FakeStatsSocket(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    public static FakeStatsSocket at(Path path) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        FakeStatsSocket fake = new FakeStatsSocket(path, server);
        Thread thread = new Thread(fake::serve, "fake-stats-socket");
        thread.setDaemon(true);
        thread.start();
        return fake;
    }

    public Path path() {
        return path;
    }

    public FakeStatsSocket map(String name) {
        maps.put(name, new CopyOnWriteArrayList<>());
        return this;
    }

    public FakeStatsSocket entry(String map, String key, String value) {
        map(map, maps).add(new Entry("0x" + Integer.toHexString(references.incrementAndGet()), key, value));
        return this;
    }

    private static List<Entry> map(String name, Map<String, List<Entry>> maps) {
        return Objects.requireNonNull(maps.get(name), () -> "this fake has no map " + name);
    }

    /** A stick table with one key, as {@code show table} shows it: {@code gpc0=12 gpc1=3}. */
    public FakeStatsSocket table(String name, String key, String counters) {
        tables.put(
                "show table " + name + " key " + key,
                "# table: " + name + ", type: string, size:20480, used:1\n0x5584b9943110: key=" + key + " use=0 exp=0 "
                        + counters + "\n");
        return this;
    }

    /** {@code orders 1000}, one for each entry. */
    public List<String> entries(String map) {
        return map(map, maps).stream()
                .map(entry -> entry.key + " " + entry.value)
                .toList();
    }

    public FakeStatsSocket stats(String csv) {
        stats = csv;
        return this;
    }

    /** As after a reload. */
    public FakeStatsSocket pid(int pid) {
        info = info.replaceAll("Pid: \\d+", "Pid: " + pid);
        return this;
    }

    /** Like a socket of level user. */
    public FakeStatsSocket readOnly() {
        readOnly = true;
        return this;
    }

    /** {@code user}, {@code operator} or {@code admin}; for {@code show cli level} alone. */
    public FakeStatsSocket level(String name) {
        level = name;
        return this;
    }

    /** Takes connections and never answers. */
    public FakeStatsSocket silent() {
        silent = true;
        return this;
    }

    /** Forgets the next changes, as when a new process had read its files before they were written. */
    public FakeStatsSocket reloadsAtTheNextChange() {
        reloads = true;
        return this;
    }

    /** Commands that would change something, in order. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    public int connections() {
        return connections.get();
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                connections.incrementAndGet();
                if (silent) {
                    unanswered.add(connection);
                } else {
                    answer(connection);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void answer(SocketChannel connection) throws IOException {
        try (connection) {
            ByteBuffer request = ByteBuffer.allocate(64 * 1024);
            while (connection.read(request) >= 0) {}
            String text = new String(request.array(), 0, request.position(), StandardCharsets.UTF_8);
            StringBuilder answers = new StringBuilder();
            Map<String, List<Entry>> before = new HashMap<>();
            maps.forEach((name, entries) -> before.put(name, new CopyOnWriteArrayList<>(entries)));
            int changed = changes.size();
            for (String command : text.strip().split(";", -1)) {
                answers.append(answer(command.strip())).append('\n');
            }
            if (reloads && changes.size() > changed) {
                reloads = false;
                maps.putAll(before);
            }
            ByteBuffer bytes = ByteBuffer.wrap(answers.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                connection.write(bytes);
            }
        }
    }

    private String answer(String command) {
        if (command.equals("show info")) {
            return info;
        }
        if (command.equals("show stat")) {
            return stats;
        }
        if (command.equals("show cli level")) {
            return level + "\n";
        }
        if (command.startsWith("show table ")) {
            return tables.getOrDefault(command, "");
        }
        String[] words = command.split(" ", 5);
        List<Entry> map = maps.get(words[2]);
        if (map == null) {
            return "Unknown map identifier. Please use #<id> or <file>.\n";
        }
        if (words[0].equals("show")) {
            return map.stream()
                    .map(entry -> entry.reference + " " + entry.key + " " + entry.value + "\n")
                    .collect(Collectors.joining());
        }
        changes.add(command);
        return readOnly ? "Permission denied\n" : change(words, map);
    }

    private String change(String[] words, List<Entry> map) {
        switch (words[0]) {
            case "add" -> entry(words[2], words[3], words[4]);
            case "set" ->
                map.replaceAll(
                        entry -> entry.key.equals(words[3]) ? new Entry(entry.reference, entry.key, words[4]) : entry);
            case "del" -> {
                boolean found =
                        map.removeIf(entry -> words[3].equals("#" + entry.reference) || words[3].equals(entry.key));
                return found ? "" : "Key not found.\n";
            }
            default -> {
                return "Unknown command\n";
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel connection : unanswered) {
            connection.close();
        }
        Files.deleteIfExists(path);
    }
}
