package io.cerebro.gate;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What a source says of a service's stable app before there is a canary to compare it with.
 *
 * @param source its name
 * @param useful whether the gate can judge by it
 * @param says what it has counted: {@code 12,345 requests in 3 series}; or why the gate would get nothing from it
 */
public record Preview(String source, boolean useful, String says) {
    /** Longer than a source may take to say itself that it got no answer. */
    static final Duration PATIENCE = Duration.ofSeconds(12);

    /** What counts events, and not from a start on, counts those of so long. */
    private static final Duration BACK = Duration.ofHours(1);

    /** Asks one; where it does not answer, the preview says why not. */
    public static Preview of(Source source, AppId service, Instant now) {
        return of(source, new Contest(service, now.minus(BACK)));
    }

    /** Asks them all at the same time; whoever has said nothing when the time is up is told as silent. In their order. */
    static List<Preview> all(List<Source> sources, AppId service, Instant now, Duration patience) {
        if (sources.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(sources.size(), Preview::thread);
        try {
            List<Callable<Preview>> questions = new ArrayList<>();
            sources.forEach(source -> questions.add(() -> of(source, service, now)));
            List<Future<Preview>> answers = threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS);
            List<Preview> previews = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                previews.add(
                        answers.get(i).isCancelled()
                                ? silent(sources.get(i), patience)
                                : answers.get(i).get());
            }
            return previews;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("tried to ask the gate's sources but was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "cerebro-preview");
        thread.setDaemon(true);
        return thread;
    }

    private static Preview silent(Source source, Duration patience) {
        return new Preview(source.name(), false, "it has not answered within " + patience.toSeconds() + " s");
    }

    private static Preview of(Source source, Contest contest) {
        try {
            return counted(source, contest);
        } catch (Unreachable | SourceException e) {
            return new Preview(source.name(), false, String.valueOf(e.getMessage()));
        } catch (RuntimeException defect) {
            return new Preview(source.name(), false, "a defect of Cerebro's, please report it: " + defect);
        }
    }

    private static Preview counted(Source source, Contest contest) {
        long[] series = source.stable(contest).values().stream()
                .mapToLong(counters -> counters.stable().counts().requests())
                .filter(requests -> requests > 0)
                .toArray();
        long requests = LongStream.of(series).sum();
        if (requests == 0) {
            return new Preview(source.name(), false, "it answers, but has counted no request of " + contest.stable());
        }
        String says = String.format(Locale.ROOT, "%d series, %,d %s", series.length, requests, word(requests));
        return new Preview(source.name(), true, says);
    }

    private static String word(long requests) {
        return requests == 1 ? "request" : "requests";
    }

    /** {@code Prometheus at http://prometheus:9090: 3 series, 12,345 requests}. */
    @Override
    public String toString() {
        return source + ": " + says;
    }
}
