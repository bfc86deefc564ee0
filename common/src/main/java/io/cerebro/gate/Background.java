package io.cerebro.gate;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where others are asked, so that no look at a release waits for them. */
public final class Background implements AutoCloseable {
    private static final int THREADS = 4;

    private final Executor executor;

    private Background(Executor executor) {
        this.executor = executor;
    }

    /** On a few threads of its own, which end when there is nothing to do. */
    public static Background threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "cerebro-gate");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return new Background(threads);
    }

    /** At once, in the caller's thread. */
    public static Background here() {
        return new Background(Runnable::run);
    }

    /** When and where this executor says. */
    public static Background by(Executor executor) {
        return new Background(executor);
    }

    /** @param otherwise once it is closed */
    void run(Runnable task, Runnable otherwise) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException closed) {
            otherwise.run();
        }
    }

    @Override
    public void close() {
        if (executor instanceof ExecutorService threads) {
            threads.shutdownNow();
        }
    }
}
