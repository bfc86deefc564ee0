package io.cerebro.cli;

import io.cerebro.marathon.AppId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mesosphere.marathon.client.Marathon;
import mesosphere.marathon.client.MarathonClient;
import mesosphere.marathon.client.MarathonException;
import mesosphere.marathon.client.model.v2.App;

/** The same by {@code com.mesosphere:marathon-client}, as its users do it: ask every 3 s, in a thread of one's own. */
final class Polling {
    private static final long EVERY_MS = 3000;

    private final Marathon marathon;

    Polling(String url) {
        this.marathon = MarathonClient.getInstance(url);
    }

    /** @return how many requests it took */
    int deploy(AppId id, int instances) throws MarathonException, InterruptedException {
        marathon.createApp(app(id, instances, 0.01));
        int requests = 1;
        while (true) {
            App app = marathon.getApp(id.path()).getApp();
            requests++;
            if (app.getDeployments().isEmpty() && app.getTasksRunning() == instances) {
                return requests;
            }
            TimeUnit.MILLISECONDS.sleep(EVERY_MS);
        }
    }

    /** Many of them that wait for what cannot be placed: what is freed when they are let go. */
    Benchmark.Usage waiting(int releases) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(releases);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < releases; i++) {
            AppId id = AppId.of("/polled-" + i);
            Thread thread = new Thread(() -> waitFor(id, asked), "polling " + id);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        asked.await();
        Benchmark.Usage with = Benchmark.Usage.now();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        return with.less(Benchmark.Usage.now());
    }

    private void waitFor(AppId id, CountDownLatch asked) {
        try {
            marathon.createApp(app(id, 1, 1_000_000));
            while (!marathon.getApp(id.path()).getApp().getDeployments().isEmpty()) {
                asked.countDown();
                TimeUnit.MILLISECONDS.sleep(EVERY_MS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException cut) {
            asked.countDown();
        }
    }

    private static App app(AppId id, int instances, double cpus) {
        App app = new App();
        app.setId(id.path());
        app.setCmd("sleep 3600");
        app.setCpus(cpus);
        app.setMem(32.0);
        app.setInstances(instances);
        app.setPortDefinitions(List.of());
        return app;
    }
}
