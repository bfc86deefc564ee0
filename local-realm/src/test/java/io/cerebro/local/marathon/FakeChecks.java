package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.task.Checks;
import io.cerebro.local.task.HealthResult;
import io.cerebro.local.task.Launch;
import io.cerebro.local.task.ReadinessResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks tasks that are not there. A task answers as its label {@code SIM_HTTP} says: {@code 503,200@1500} is first 503 and,
 * from 1.5 s after it runs, 200. An image with {@code sick} in its name answers 503 for ever. {@code SIM_READY_MS} says
 * after how long a task is ready.
 */
final class FakeChecks implements Checks {
    private static final Duration FIRST = Duration.ofMillis(200);
    private final Set<String> watched = new HashSet<>();
    private final Map<String, Integer> statuses = new HashMap<>();
    private final Loop time;
    private Listener listener = new Listener() {
        @Override
        public void health(HealthResult result) {}

        @Override
        public void readiness(ReadinessResult result) {}
    };

    FakeChecks(Loop time) {
        this.time = time;
    }

    @Override
    public void listen(Listener told) {
        this.listener = told;
    }

    /** From now on the task answers this. */
    void answer(String taskId, int status) {
        statuses.put(taskId, status);
    }

    Set<String> watched() {
        return Set.copyOf(watched);
    }

    @Override
    public void watch(Launch launch) {
        watched.add(launch.taskId());
        JsonNode app = launch.definition().json();
        Instant since = time.clock().instant();
        for (int i = 0; i < app.path("healthChecks").size(); i++) {
            Check check = new Check(launch, i, app.path("healthChecks").path(i), since);
            time.after(
                    FIRST,
                    () -> check(
                            check,
                            new HealthResult(
                                    launch.taskId(),
                                    check.index(),
                                    false,
                                    0,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())));
        }
        app.path("readinessChecks")
                .forEach(check -> ready(launch, check.path("name").asText(), since));
    }

    private record Check(Launch launch, int index, JsonNode definition, Instant since) {}

    private void check(Check check, HealthResult before) {
        if (!watched.contains(check.launch().taskId())) {
            return;
        }
        Instant now = time.clock().instant();
        int status = status(check.launch(), Duration.between(check.since(), now));
        HealthResult after = status < 400 ? success(before, now) : failure(before, now, status);
        Duration grace =
                Duration.ofSeconds(check.definition().path("gracePeriodSeconds").asInt());
        boolean ignored = !after.alive()
                && before.firstSuccess().isEmpty()
                && check.since().plus(grace).isAfter(now);
        if (!ignored) {
            listener.health(after);
        }
        Duration interval =
                Duration.ofSeconds(check.definition().path("intervalSeconds").asInt());
        time.after(interval, () -> check(check, ignored ? before : after));
    }

    private static HealthResult success(HealthResult before, Instant now) {
        return new HealthResult(
                before.taskId(),
                before.check(),
                true,
                0,
                before.firstSuccess().or(() -> Optional.of(now)),
                Optional.of(now),
                before.lastFailure(),
                before.lastFailureCause());
    }

    private static HealthResult failure(HealthResult before, Instant now, int status) {
        return new HealthResult(
                before.taskId(),
                before.check(),
                false,
                before.consecutiveFailures() + 1,
                before.firstSuccess(),
                before.lastSuccess(),
                Optional.of(now),
                Optional.of(status + " Service Unavailable"));
    }

    private int status(Launch launch, Duration age) {
        if (statuses.containsKey(launch.taskId())) {
            return statuses.get(launch.taskId());
        }
        if (launch.definition().image().orElse("").contains("sick")) {
            return 503;
        }
        return launch.definition()
                .label("SIM_HTTP")
                .map(script -> scripted(script, age))
                .orElse(200);
    }

    private static int scripted(String script, Duration age) {
        return Arrays.stream(script.split(","))
                .map(part -> part.split("@"))
                .filter(part -> part.length == 1 || age.toMillis() >= Long.parseLong(part[1]))
                .mapToInt(part -> Integer.parseInt(part[0]))
                .reduce(200, (earlier, later) -> later);
    }

    private void ready(Launch launch, String name, Instant since) {
        if (!watched.contains(launch.taskId())) {
            return;
        }
        long after =
                launch.definition().label("SIM_READY_MS").map(Long::parseLong).orElse(0L);
        boolean ready = Duration.between(since, time.clock().instant()).toMillis() >= after;
        listener.readiness(new ReadinessResult(
                launch.taskId(),
                name,
                ready,
                Optional.of(new ReadinessResult.Answer(ready ? 200 : 503, "", ready ? "ok" : "warming up"))));
        if (!ready) {
            time.after(Duration.ofSeconds(1), () -> ready(launch, name, since));
        }
    }

    @Override
    public void forget(String taskId) {
        watched.remove(taskId);
    }

    @Override
    public void close() {}
}
