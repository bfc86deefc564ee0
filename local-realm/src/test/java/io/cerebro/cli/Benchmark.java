package io.cerebro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import io.cerebro.marathon.Events;
import io.cerebro.release.Attention;
import io.cerebro.release.Goal;
import io.cerebro.release.Outcome;
import io.cerebro.release.Progress;
import io.cerebro.release.Release;
import io.cerebro.release.Settings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What a deploy costs, printed as a table: {@code bin/bench}. Marathon is the local realm's, over HTTP, with simulated tasks;
 * Cerebro and a client that polls every 3 s do the same deploys in the same run.
 */
final class Benchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAITING = 200;
    private static final Settings SETTINGS = Settings.DEFAULT;

    private final PrintStream out;
    private final BenchRealm realm;
    private final Polling polling;
    private final Map<AppId, Instant> succeeded = new ConcurrentHashMap<>();

    private Benchmark(PrintStream out, BenchRealm realm) {
        this.out = out;
        this.realm = realm;
        this.polling = new Polling(realm.url());
    }

    /** @param sizes in instances, and how many deploys of each, such as {@code 3x10 30x5}; the usual ones if none */
    public static void main(String[] sizes) throws Exception {
        try (BenchRealm realm = new BenchRealm(Files.createTempDirectory("cerebro-bench"))) {
            new Benchmark(System.out, realm).waiting();
        }
        try (BenchRealm realm = new BenchRealm(Files.createTempDirectory("cerebro-bench"))) {
            Benchmark benchmark = new Benchmark(System.out, realm);
            realm.events().listen(benchmark::heard);
            benchmark.deploys(sizes.length == 0 ? List.of("3x11", "30x11", "300x5", "3000x1") : List.of(sizes));
        }
        System.exit(0);
    }

    /** When Marathon itself says that a deployment was over. */
    private void heard(Event event) {
        if (event.type().equals("deployment_success")) {
            Instant at = Instant.parse(event.data().path("timestamp").asText());
            event.apps().forEach(app -> succeeded.put(app, at));
        }
    }

    private void deploys(List<String> sizes) throws Exception {
        out.println("| instances | requests | median ms to done | requests, polling | median ms to done, polling |");
        out.println("|---:|---:|---:|---:|---:|");
        deployed(AppId.of("/warm-up"), 3);
        for (String size : sizes) {
            String[] parts = size.split("x", -1);
            int instances = Integer.parseInt(parts[0]);
            List<Cost> ours = new ArrayList<>();
            List<Cost> theirs = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                ours.add(deployed(AppId.of("/cerebro-" + instances + "-" + i), instances));
                theirs.add(polled(AppId.of("/polling-" + instances + "-" + i), instances));
            }
            out.printf(
                    "| %d | %d | %d | %d | %d |%n", instances, most(ours), median(ours), most(theirs), median(theirs));
        }
    }

    private record Cost(int requests, long millis) {}

    private static int most(List<Cost> costs) {
        return costs.stream().mapToInt(Cost::requests).max().orElseThrow();
    }

    private static long median(List<Cost> costs) {
        List<Long> millis = new ArrayList<>(costs.stream().map(Cost::millis).toList());
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    private Cost deployed(AppId id, int instances) throws Exception {
        realm.requests();
        Driver driver = new Driver(realm.world(), realm.events(), new Wakeups(new Attention(id, Clock.systemUTC())));
        Progress end = driver.toEnd(Progress.start(release(id, instances, 0.01)), looked -> {});
        Instant done = Instant.now();
        Outcome outcome = end.outcome().orElseThrow();
        if (outcome.kind() != Outcome.Kind.DONE) {
            throw new IllegalStateException(outcome.toString());
        }
        return new Cost(realm.requests(), Duration.between(success(id), done).toMillis());
    }

    private Cost polled(AppId id, int instances) throws Exception {
        int requests = polling.deploy(id, instances);
        Instant done = Instant.now();
        return new Cost(requests, Duration.between(success(id), done).toMillis());
    }

    private Instant success(AppId id) throws InterruptedException {
        for (int i = 0; i < 1000 && !succeeded.containsKey(id); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return Optional.ofNullable(succeeded.get(id))
                .orElseThrow(() -> new IllegalStateException("Marathon has not said that " + id + " is deployed"));
    }

    private static Release release(AppId id, int instances, double cpus) {
        return Release.of(definition(id, instances, cpus), Goal.DEPLOY, SETTINGS, "bench", Instant.now());
    }

    static AppDefinition definition(AppId id, int instances, double cpus) {
        try {
            return AppDefinition.of(JSON.readTree("{\"id\":\"" + id + "\",\"cmd\":\"sleep 3600\",\"cpus\":" + cpus
                    + ",\"mem\":32,\"portDefinitions\":[],\"instances\":" + instances + "}"));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private void waiting() throws Exception {
        Usage ours = ourWaiting();
        Usage theirs = polling.waiting(WAITING);
        out.println("| " + WAITING + " releases waiting | heap, MB | threads |");
        out.println("|---|---:|---:|");
        out.println("| Cerebro | " + ours + " |");
        out.println("| polling | " + theirs + " |");
        out.println();
    }

    /** Many releases that wait for what cannot be placed, looked after by one thread: what is freed when they are let go. */
    private Usage ourWaiting() throws Exception {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
        thread.setRemoveOnCancelPolicy(true);
        List<Events.Subscription> listening = new ArrayList<>();
        List<Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            AppId id = AppId.of("/waiting-" + i);
            Waiter waiter = new Waiter(thread, id, Progress.start(release(id, 1, 1_000_000)));
            waiters.add(waiter);
            listening.add(realm.events().listen(waiter::heard));
            thread.execute(waiter::look);
        }
        while (waiters.stream().anyMatch(waiter -> !waiter.waits())) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Usage with = Usage.now();
        listening.forEach(Events.Subscription::close);
        thread.shutdownNow();
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a look does not end");
        }
        thread.getQueue().clear();
        listening.clear();
        waiters.clear();
        return with.less(Usage.now());
    }

    /** A release between its looks. */
    private final class Waiter {
        private final ScheduledExecutorService thread;
        private final Attention attention;
        private volatile Progress progress;

        private Waiter(ScheduledExecutorService thread, AppId id, Progress progress) {
            this.thread = thread;
            this.attention = new Attention(id, Clock.systemUTC());
            this.progress = progress;
        }

        private void heard(Event event) {
            if (attention.calledBy(event)) {
                later(Duration.ofSeconds(1));
            }
        }

        private void look() {
            progress = progress.next(realm.world());
            later(attention.looked(progress, realm.events().flowing()));
        }

        private void later(Duration wait) {
            try {
                Object unused = thread.schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException letGo) {
                // at the end
            }
        }

        private boolean waits() {
            return progress.says().contains("wait for an offer")
                    || progress.says().contains("waits for an offer");
        }
    }

    /** What the JVM has in use after a collection. */
    record Usage(double megabytes, int threads) {
        static Usage now() throws InterruptedException {
            for (int i = 0; i < 3; i++) {
                System.gc();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            Runtime runtime = Runtime.getRuntime();
            return new Usage(
                    (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0,
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }

        Usage less(Usage before) {
            return new Usage(megabytes - before.megabytes, threads - before.threads);
        }

        @Override
        public String toString() {
            return String.format(java.util.Locale.ROOT, "%.1f | %d", megabytes, threads);
        }
    }
}
