package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.task.TaskUpdate;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of instances: scheduled, launched, told about, killed, gone. */
final class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
    private static final Map<String, String> CONDITIONS = Map.of(
            "TASK_STAGING", "Staging",
            "TASK_STARTING", "Starting",
            "TASK_RUNNING", "Running",
            "TASK_FINISHED", "Finished",
            "TASK_FAILED", "Failed",
            "TASK_KILLED", "Killed",
            "TASK_LOST", "Gone");
    private static final Set<String> FAILURES = Set.of("TASK_FAILED", "TASK_LOST");
    private final Books books;
    private final Seams seams;
    private final Events events;
    private final Turns turns;
    private final Events.Host host;
    private final Set<AppId> bereft = new HashSet<>();
    final Ended ended = new Ended();

    Tasks(Books books, Seams seams, Events events, Turns turns, Events.Host host) {
        this.books = books;
        this.seams = seams;
        this.events = events;
        this.turns = turns;
        this.host = host;
    }

    private Instant now() {
        return turns.clock().instant();
    }

    Instance schedule(Spec spec) {
        Instance instance = books.instances().schedule(spec, now());
        events.instanceChanged(instance, "Scheduled");
        return instance;
    }

    void launch(Instance instance, Spec spec, List<Integer> ports) {
        instance.launched(spec, ports, now());
        books.backoff().advanced(spec);
        events.instanceChanged(instance, "Provisioned");
        try {
            seams.runner().launch(instance.launch(host.address()));
        } catch (RuntimeException e) {
            LOG.warn("Tried to launch {} but {}", instance.taskId(), e.getMessage());
            String message = String.valueOf(e.getMessage());
            turns.later(() -> update(new TaskUpdate(instance.taskId(), "TASK_FAILED", message)));
        }
    }

    /** Ends an instance for good. */
    void end(Instance instance) {
        instance.doomed = true;
        if (instance.active()) {
            kill(instance);
        } else {
            events.instanceChanged(instance, instance.hasTask() ? condition(instance) : "Scheduled");
            books.instances().remove(instance);
        }
    }

    /** Ends the task of an instance, once the instance has left the rotation. */
    void kill(Instance instance) {
        if (instance.killing || !instance.active()) {
            return;
        }
        instance.killing = true;
        events.instanceChanged(instance, condition(instance));
        if (!instance.running() || instance.ports.isEmpty()) {
            killNow(instance);
            return;
        }
        AppId app = instance.app();
        Address address = new Address(host.address(), instance.ports.get(0));
        String taskId = instance.taskId();
        seams.kills().execute(() -> leaveAndKill(app, address, taskId));
    }

    private void leaveAndKill(AppId app, Address address, String taskId) {
        try {
            seams.rotation().leave(app, address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.warn("Tried to take {} at {} out of HAProxy but {}", taskId, address, e.getMessage());
        }
        turns.later(
                () -> books.instances().ofTask(taskId).filter(Instance::active).ifPresent(this::killNow));
    }

    /** Ends a task that serves nobody: sick, or never up. */
    void killNow(Instance instance) {
        instance.killing = true;
        instance.outOfRotation = true;
        seams.checks().forget(instance.taskId());
        seams.runner().kill(instance.taskId(), instance.spec.killGrace());
    }

    void update(TaskUpdate update) {
        books.instances()
                .ofTask(update.taskId())
                .filter(Instance::active)
                .filter(instance -> !update.state().equals(instance.state))
                .ifPresent(instance -> changed(instance, update));
    }

    private void changed(Instance instance, TaskUpdate update) {
        instance.state = update.state();
        instance.since = now();
        events.statusUpdate(instance, update.state(), update.message());
        if (!instance.active()) {
            over(instance, update);
            return;
        }
        books.backoff().advanced(instance.spec);
        events.instanceChanged(instance, condition(instance));
        if (instance.running()) {
            instance.startedAt = now();
            if (!instance.killing) {
                seams.checks().watch(instance.launch(host.address()));
            }
        }
    }

    private void over(Instance instance, TaskUpdate update) {
        seams.checks().forget(instance.taskId());
        books.agent().release(instance.id);
        ended.add(new Ended.Task(instance.taskId(), instance.app(), update.state(), now()));
        if (FAILURES.contains(update.state())) {
            failed(instance, update.state(), update.message());
        }
        if (!instance.killing && !update.state().equals("TASK_KILLED")) {
            books.backoff().failed(instance.spec);
        }
        String condition = condition(instance);
        events.instanceChanged(instance, condition);
        instance.health.clear();
        instance.readiness.clear();
        instance.killing = false;
        instance.ports = List.of();
        if (instance.doomed || books.apps().find(instance.app()).isEmpty()) {
            gone(instance, condition);
        }
    }

    private void gone(Instance instance, String condition) {
        books.instances().remove(instance);
        bereft.add(instance.app());
        if (books.apps().find(instance.app()).isEmpty()) {
            events.unknownTerminated(instance, condition);
        }
    }

    /** The apps that have lost an instance since this was last asked. */
    Set<AppId> takeBereft() {
        Set<AppId> taken = Set.copyOf(bereft);
        bereft.clear();
        return taken;
    }

    void failed(Instance instance, String state, String message) {
        ObjectNode failure = Json.object()
                .put("appId", instance.app().path())
                .put("host", host.address())
                .put("message", message)
                .put("state", state)
                .put("taskId", instance.taskId())
                .put("timestamp", Timestamps.text(now()))
                .put("version", Timestamps.text(instance.spec.version()))
                .put("slaveId", host.agentId());
        books.apps().failed(instance.app(), failure);
    }

    private static String condition(Instance instance) {
        return CONDITIONS.getOrDefault(String.valueOf(instance.state), "Unknown");
    }
}
