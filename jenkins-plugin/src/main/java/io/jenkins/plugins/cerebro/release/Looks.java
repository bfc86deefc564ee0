package io.jenkins.plugins.cerebro.release;

import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/**
 * Where looks at realms happen: a few threads for each realm, which end when they have nothing to do. A realm that does not
 * answer holds up no other, and nothing ever blocks Jenkins's own timer.
 */
final class Looks {
    private static final Map<String, Looks> ALL = new ConcurrentHashMap<>();
    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 20;

    private final ThreadPoolExecutor threads;

    private Looks(String realm) {
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(new DaemonThreadFactory(), "Cerebro looks at " + realm));
        threads.allowCoreThreadTimeOut(true);
    }

    static Looks at(String realm) {
        return ALL.computeIfAbsent(realm, Looks::new);
    }

    void now(Runnable look) {
        threads.execute(look);
    }

    Future<?> after(Duration delay, Runnable look) {
        return Timer.get().schedule(() -> now(look), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
