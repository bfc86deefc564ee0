package io.cerebro.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A realm's sources, each asked at its own pace and on threads of their own: a look at a release takes what they have said last,
 * and never waits for one.
 */
public final class Sources implements AutoCloseable {
    /** A realm without any. */
    public static final Sources NONE = new Sources(List.of(), Clock.systemUTC(), Runnable::run);

    private static final int THREADS = 4;
    /** Nobody asks for a stage again that is over. */
    private static final Duration OVER = Duration.ofMinutes(10);

    private final List<Source> sources;
    private final Clock clock;
    private final Executor executor;
    private final Map<Contest, Listening> stages = new HashMap<>();

    private Sources(List<Source> sources, Clock clock, Executor executor) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.executor = executor;
    }

    public static Sources of(List<Source> sources, Clock clock) {
        return sources.isEmpty() ? NONE : new Sources(sources, clock, threads());
    }

    /** Asks where and when this executor says. */
    public static Sources of(List<Source> sources, Clock clock, Executor executor) {
        return new Sources(sources, clock, executor);
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "cerebro-gate-source");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What each has said last, by its name. Those whose time has come are asked again. */
    public Map<String, Heard> look(Contest contest) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Map<String, Heard> heard = new TreeMap<>();
        for (Inquiry inquiry : listening(contest, now).inquiries()) {
            if (inquiry.due(now)) {
                ask(inquiry);
            }
            heard.put(inquiry.source().name(), inquiry.heard());
        }
        return heard;
    }

    private void ask(Inquiry inquiry) {
        try {
            executor.execute(() -> inquiry.ask(clock));
        } catch (RejectedExecutionException closed) {
            inquiry.notAsked();
        }
    }

    private synchronized Listening listening(Contest contest, Instant now) {
        stages.values().removeIf(stage -> stage.lastLook().plus(OVER).isBefore(now));
        Listening last = stages.get(contest);
        Listening listening = new Listening(
                now,
                last == null
                        ? sources.stream()
                                .map(source -> new Inquiry(source, contest))
                                .toList()
                        : last.inquiries());
        stages.put(contest, listening);
        return listening;
    }

    private record Listening(Instant lastLook, List<Inquiry> inquiries) {}

    @Override
    public void close() {
        if (executor instanceof ExecutorService threads) {
            threads.shutdownNow();
        }
        sources.forEach(Source::close);
    }
}
