package io.cerebro.local.marathon;

import io.cerebro.local.task.Checks;
import io.cerebro.local.task.HealthResult;
import io.cerebro.local.task.ReadinessResult;
import java.util.Optional;

/** Takes in what the checks say, and has a task killed that has failed once more than it may. */
final class Health implements Checks.Listener {
    private final Instances instances;
    private final Tasks tasks;
    private final Events events;
    private final Turns turns;

    Health(Instances instances, Tasks tasks, Events events, Turns turns) {
        this.instances = instances;
        this.tasks = tasks;
        this.events = events;
        this.turns = turns;
    }

    @Override
    public void health(HealthResult result) {
        turns.later(() -> running(result.taskId()).ifPresent(instance -> checked(instance, result)));
    }

    @Override
    public void readiness(ReadinessResult result) {
        turns.later(
                () -> running(result.taskId()).ifPresent(instance -> instance.readiness.put(result.name(), result)));
    }

    private Optional<Instance> running(String taskId) {
        return instances.ofTask(taskId).filter(Instance::running);
    }

    private void checked(Instance instance, HealthResult result) {
        Optional<Boolean> wasHealthy = instance.health.isEmpty() ? Optional.empty() : Optional.of(instance.healthy());
        Optional<HealthResult> before = Optional.ofNullable(instance.health.put(result.check(), result));
        if (result.consecutiveFailures() > 0) {
            events.healthCheckFailed(instance, result.check());
        }
        if (before.map(HealthResult::alive).orElse(false) != result.alive()) {
            events.healthStatusChanged(instance, result.alive());
        }
        if (!wasHealthy.equals(Optional.of(instance.healthy()))) {
            events.instanceHealthChanged(instance, instance.healthy());
        }
        killIfSick(instance, result);
    }

    /** Marathon counts the failures before this one, so a task gets one more than {@code maxConsecutiveFailures}. */
    private void killIfSick(Instance instance, HealthResult result) {
        int max = instance.spec
                .json()
                .path("healthChecks")
                .path(result.check())
                .path("maxConsecutiveFailures")
                .asInt(3);
        if (max == 0 || result.consecutiveFailures() <= max || instance.killing) {
            return;
        }
        String reason = result.lastFailureCause().orElse("unknown");
        events.unhealthyKill(instance, reason, result.lastFailure().orElse(instance.since));
        tasks.failed(instance, "TASK_KILLED", "Task was killed since health check failed. Reason: " + reason);
        tasks.killNow(instance);
    }
}
