package io.cerebro.local.task;

import io.cerebro.local.task.CheckPlan.Asked;
import io.cerebro.local.task.CheckPlan.Impossible;
import io.cerebro.local.task.Probe.Answer;
import io.cerebro.local.task.Probe.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One health check of one task, again and again. */
final class HealthWatch implements Runnable {
    /** Somewhere in the first interval, as in Marathon, whose clock for an app does not know when a task starts. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final HttpChecks.Watched task;
    private final int index;
    private final CheckPlan.Health check;
    private final Instant runningSince;
    private Instant asked;
    private HealthResult health;

    HealthWatch(HttpChecks.Watched task, int index, CheckPlan.Health check) {
        this.task = task;
        this.index = index;
        this.check = check;
        this.runningSince = task.now();
        this.asked = runningSince;
        this.health = new HealthResult(
                task.id(), index, false, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    void start() {
        task.after(check.interval().compareTo(FIRST) < 0 ? check.interval() : FIRST, this);
    }

    @Override
    public synchronized void run() {
        asked = task.now();
        if (check.way() instanceof Asked way) {
            task.ask(way.question(), this::answered);
        } else if (check.way() instanceof Impossible way) {
            answered(Answer.none(way.why()));
        }
    }

    private synchronized void answered(Answer answer) {
        Optional<Integer> status = answer.http().map(Http::status);
        boolean unsaid = check.ignore1xx() && status.isPresent() && status.get() < 200;
        Optional<String> cause = cause(answer);
        if (cause.isEmpty()) {
            tell(succeeded(task.now()));
        } else if (!unsaid && !inGrace()) {
            tell(failed(task.now(), cause.get()));
        }
        again();
    }

    private static Optional<String> cause(Answer answer) {
        return answer.http()
                .map(http -> http.status() >= 200 && http.status() < 400
                        ? Optional.<String>empty()
                        : Optional.of(http.status() + " " + http.reason()))
                .orElse(answer.problem());
    }

    private boolean inGrace() {
        return health.firstSuccess().isEmpty() && task.now().isBefore(runningSince.plus(check.grace()));
    }

    private HealthResult succeeded(Instant now) {
        return new HealthResult(
                task.id(),
                index,
                true,
                0,
                health.firstSuccess().or(() -> Optional.of(now)),
                Optional.of(now),
                health.lastFailure(),
                health.lastFailureCause());
    }

    private HealthResult failed(Instant now, String cause) {
        return new HealthResult(
                task.id(),
                index,
                false,
                health.consecutiveFailures() + 1,
                health.firstSuccess(),
                health.lastSuccess(),
                Optional.of(now),
                Optional.of(cause));
    }

    private void tell(HealthResult result) {
        health = result;
        task.tell(listener -> listener.health(result));
    }

    /** An interval after it was last asked, or at once if the answer took longer. */
    private void again() {
        Duration passed = Duration.between(asked, task.now());
        Duration rest = check.interval().minus(passed);
        task.after(rest.isNegative() ? Duration.ZERO : rest, this);
    }
}
