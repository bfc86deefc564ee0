package io.cerebro.local.haproxy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Constant traffic from clients that never retry: with keep-alive and without, GET and POST, some by header. */
final class Load implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(8);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> plain = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> byHeader = new ConcurrentHashMap<>();
    private final Instant started = Instant.now();
    private volatile boolean stopped;

    static Load on(int port) {
        return on(port, "GET", "POST");
    }

    static Load on(int port, String... methods) {
        return on(List.of(port), methods);
    }

    static Load on(List<Integer> ports) {
        return on(ports, "GET", "POST");
    }

    static Load on(List<Integer> ports, String... methods) {
        Load load = new Load();
        for (int port : ports) {
            for (String method : methods) {
                for (boolean keepAlive : new boolean[] {true, false}) {
                    load.client(new Client(port, keepAlive), method, keepAlive);
                }
            }
            load.client(new Client(port, true), "GET", true, "X-Canary: orders");
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    private void client(Client client, String method, boolean keepAlive, String... headers) {
        threads.add(new Thread(() -> {
            while (!stopped) {
                request(client, method, keepAlive, headers);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }));
    }

    private void request(Client client, String method, boolean keepAlive, String... headers) {
        sent.incrementAndGet();
        String who = Instant.now() + " " + method + (keepAlive ? " kept alive " : " once ") + String.join(",", headers);
        try {
            Client.Answer answer = client.send(method, "/", method.equals("POST") ? "body" : "", headers);
            if (answer.status() == 200) {
                (headers.length == 0 ? plain : byHeader)
                        .computeIfAbsent(answer.body(), name -> new AtomicLong())
                        .incrementAndGet();
            } else {
                failures.add(who + " " + answer.status());
            }
        } catch (IOException e) {
            failures.add(who + " " + e);
        }
    }

    long sent() {
        return sent.get();
    }

    double perSecond() {
        return sent() * 1000.0 / Duration.between(started, Instant.now()).toMillis();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /**
     * The failures but for answers, one a client at most, that broke off in their middle: what an instance has begun to answer
     * when it is killed cannot be asked of another.
     */
    List<String> failuresButBrokenOff() {
        List<String> brokenOff = failures().stream()
                .filter(failure -> failure.endsWith(Client.BROKEN_OFF))
                .toList();
        return brokenOff.size() > threads.size()
                ? failures()
                : failures().stream()
                        .filter(failure -> !brokenOff.contains(failure))
                        .toList();
    }

    /** Answers so far by an instance to requests that did not ask for the canary. */
    long plain(String instance) {
        return count(plain, instance);
    }

    long byHeader(String instance) {
        return count(byHeader, instance);
    }

    long byHeaderToAnyBut(String instance) {
        return byHeader.values().stream().mapToLong(AtomicLong::get).sum() - byHeader(instance);
    }

    private static long count(Map<String, AtomicLong> map, String instance) {
        return map.getOrDefault(instance, new AtomicLong()).get();
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
