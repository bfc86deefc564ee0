package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.task.HealthResult;
import io.cerebro.local.task.Launch;
import io.cerebro.local.task.ReadinessResult;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One instance of an app: scheduled, or with a task that runs or has ended. It keeps its id over all its tasks. */
final class Instance {
    final String id;
    final Map<Integer, HealthResult> health = new TreeMap<>();
    final Map<String, ReadinessResult> readiness = new TreeMap<>();
    Spec spec;
    Instant since;

    /** How many tasks it has had. */
    int attempts;

    /** Mesos's state of its last task; none before the first. */
    @Nullable
    String state;

    List<Integer> ports = List.of();

    @Nullable
    Instant stagedAt;

    @Nullable
    Instant startedAt;

    /** Its task has been told to end, or is about to be. */
    boolean killing;

    /** It must not come back when its task has ended. */
    boolean doomed;

    /** Its task has been in the rotation. */
    boolean joined;

    /** No request reaches it any more. */
    boolean outOfRotation;

    Instance(String id, Spec spec, Instant since) {
        this.id = id;
        this.spec = spec;
        this.since = since;
    }

    AppId app() {
        return spec.id();
    }

    String taskId() {
        return id + "._app." + attempts;
    }

    static String ofTask(String taskId) {
        int end = taskId.lastIndexOf("._app.");
        return end < 0 ? taskId : taskId.substring(0, end);
    }

    /** Has a task that has not ended. */
    boolean active() {
        return state != null && (state.equals("TASK_STAGING") || state.equals("TASK_STARTING") || running());
    }

    boolean running() {
        return "TASK_RUNNING".equals(state);
    }

    boolean waiting() {
        return !active() && !doomed;
    }

    /** Shown in lists: it has or had a task. */
    boolean hasTask() {
        return state != null;
    }

    boolean healthy() {
        return running()
                && IntStream.range(0, spec.healthChecks())
                        .allMatch(check ->
                                health.containsKey(check) && health.get(check).alive());
    }

    boolean ready() {
        return !spec.readinessChecked()
                || (!readiness.isEmpty() && readiness.values().stream().allMatch(ReadinessResult::ready));
    }

    /** What a deployment waits for. */
    boolean serving() {
        return !doomed && !killing && healthy() && ready();
    }

    void launched(Spec current, List<Integer> granted, Instant now) {
        spec = current;
        ports = granted;
        attempts++;
        state = "TASK_STAGING";
        stagedAt = now;
        since = now;
        startedAt = null;
        killing = false;
        joined = false;
        outOfRotation = false;
        health.clear();
        readiness.clear();
    }

    Launch launch(String host) {
        return new Launch(taskId(), spec.definition(), host, ports, spec.version());
    }

    Optional<Address> address(String host) {
        return ports.isEmpty() ? Optional.empty() : Optional.of(new Address(host, ports.get(0)));
    }

    ObjectNode saved() {
        ObjectNode saved = Json.object().put("id", id).put("attempts", attempts);
        saved.set("spec", spec.saved());
        saved.put("since", since.toString())
                .put("killing", killing)
                .put("doomed", doomed)
                .put("joined", joined);
        saved.set("ports", Json.numbers(ports));
        if (state != null) {
            saved.put("state", state);
        }
        if (stagedAt != null) {
            saved.put("stagedAt", stagedAt.toString());
        }
        if (startedAt != null) {
            saved.put("startedAt", startedAt.toString());
        }
        return saved;
    }

    static Instance restored(JsonNode saved) {
        Instance instance = new Instance(
                saved.path("id").asText(),
                Spec.restored(saved.path("spec")),
                Instant.parse(saved.path("since").asText()));
        instance.attempts = saved.path("attempts").asInt();
        instance.killing = saved.path("killing").asBoolean();
        instance.doomed = saved.path("doomed").asBoolean();
        instance.joined = saved.path("joined").asBoolean();
        instance.ports = saved.path("ports").valueStream().map(JsonNode::asInt).toList();
        instance.state = saved.hasNonNull("state") ? saved.get("state").asText() : null;
        instance.stagedAt = moment(saved.path("stagedAt"));
        instance.startedAt = moment(saved.path("startedAt"));
        return instance;
    }

    private static @Nullable Instant moment(JsonNode saved) {
        return saved.isTextual() ? Instant.parse(saved.textValue()) : null;
    }
}
