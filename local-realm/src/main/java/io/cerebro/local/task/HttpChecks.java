package io.cerebro.local.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks tasks over HTTP, HTTPS and TCP.
 *
 * <p>Mesos's own kinds are asked from outside in the same way, {@code delaySeconds} is Mesos's alone and delays nothing here,
 * and a COMMAND check fails with a sentence that says so.
 */
public final class HttpChecks implements Checks {
    private static final Logger LOG = LoggerFactory.getLogger(HttpChecks.class);

    private final Probe probe;
    private final Timer timer;
    private final Clock clock;
    private final Map<String, Watched> tasks = new ConcurrentHashMap<>();
    private volatile @Nullable Listener listener;

    HttpChecks(Probe probe, Timer timer, Clock clock) {
        this.probe = probe;
        this.timer = timer;
        this.clock = clock;
    }

    public static HttpChecks over(Clock clock) {
        return new HttpChecks(new HttpProbe(), Timer.real("checks"), clock);
    }

    @Override
    public void listen(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void watch(Launch launch) {
        Watched task = new Watched(launch.taskId());
        tasks.put(launch.taskId(), task);
        List<CheckPlan.Health> health = CheckPlan.health(launch);
        for (int index = 0; index < health.size(); index++) {
            new HealthWatch(task, index, health.get(index)).start();
        }
        CheckPlan.readiness(launch).forEach(check -> task.after(Duration.ZERO, new ReadinessWatch(task, check)));
    }

    @Override
    public void forget(String taskId) {
        tasks.remove(taskId);
    }

    @Override
    public void close() {
        tasks.clear();
        timer.close();
        probe.close();
    }

    /** A task's link to the outside, which ends when the task is forgotten. */
    final class Watched {
        private final String id;

        private Watched(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        Instant now() {
            return clock.instant();
        }

        void after(Duration delay, Runnable run) {
            if (watched()) {
                timer.after(delay, () -> {
                    if (watched()) {
                        run.run();
                    }
                });
            }
        }

        void ask(Probe.Question question, Consumer<Probe.Answer> answered) {
            probe.ask(question, answer -> {
                if (watched()) {
                    answered.accept(answer);
                }
            });
        }

        void tell(Consumer<Listener> news) {
            Listener told = listener;
            if (told == null || !watched()) {
                return;
            }
            try {
                news.accept(told);
            } catch (RuntimeException e) {
                LOG.error("nobody took the news of task {}", id, e);
            }
        }

        private boolean watched() {
            return tasks.get(id) == this;
        }
    }
}
