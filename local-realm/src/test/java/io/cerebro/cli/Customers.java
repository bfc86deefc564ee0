package io.cerebro.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/** Constant requests to the shop, counted by who answered. */
final class Customers implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final long PAUSE_NANOS = 40_000_000;

    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final Thread[] threads = new Thread[WORKERS];
    private volatile boolean stopped;

    Customers(Shop shop) {
        for (int i = 0; i < WORKERS; i++) {
            threads[i] = new Thread(() -> {
                while (!stopped) {
                    answers.merge(shop.ask(), 1, Integer::sum);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            });
            threads[i].start();
        }
    }

    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
