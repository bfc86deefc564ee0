package io.cerebro.marathon;

import io.cerebro.http.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Marathon in memory whose time is a {@link Clock}: instances are healthy two seconds after a change of configuration, unless
 * the app's env says otherwise: {@code BEHAVE=crash} fails at every start, {@code BEHAVE=sick} is never healthy,
 * {@code BEHAVE=huge} is never placed, {@code BEHAVE=cold} is never ready.
 */
public final class FakeMarathon implements Marathon {
    private static final Duration STARTUP = Duration.ofSeconds(2);

    private static final List<QueueItem.Rejection> REJECTIONS = List.of(
            new QueueItem.Rejection("UnfulfilledRole", 0, 12),
            new QueueItem.Rejection("UnfulfilledConstraint", 0, 12),
            new QueueItem.Rejection("InsufficientCpus", 12, 12));

    private record Live(AppDefinition definition, Instant version, Instant configured, List<AppDefinition> before) {}

    private final Clock clock;
    private UnaryOperator<Task> placement = UnaryOperator.identity();
    private final Map<AppId, Live> apps = new TreeMap<>();
    private final Map<String, AppDefinition> versions = new HashMap<>();
    private final Map<AppId, Instant> dying = new HashMap<>();
    private final Map<AppId, Deployment> foreignLocks = new HashMap<>();
    private final Map<AppId, TaskFailure> recovered = new HashMap<>();
    private final Set<AppId> cancelled = new HashSet<>();
    private boolean away;
    private boolean newLeader;
    private int requests;
    private Optional<String> refusal = Optional.empty();
    private Instant lastVersion = Instant.EPOCH;
    private final List<String> changes = new ArrayList<>();

    public FakeMarathon(Clock clock) {
        this.clock = clock;
    }

    /** Where tasks listen, instead of at an address made up. */
    public void placing(UnaryOperator<Task> where) {
        placement = where;
    }

    /** Does not answer until told otherwise. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** A new leader that has not taken over the deployments yet, and shows none. */
    public void newLeader(boolean isNew) {
        newLeader = isNew;
    }

    /** Somebody's forced cancel leaves tasks of the earlier configuration running, with no deployment open. */
    public void cancelByForce(AppId app) {
        cancelled.add(app);
    }

    /** Answers every change with 422. */
    public void refuse(String message) {
        refusal = Optional.of(message);
    }

    public void accept() {
        refusal = Optional.empty();
    }

    /** A task failed at its third attempt, and the app has recovered since. */
    public void failedOnce(AppId app) {
        Live live = Objects.requireNonNull(apps.get(app));
        String task = app.name() + ".instance-0._app.3";
        recovered.put(
                app,
                new TaskFailure(task, "127.0.0.1", "S0", "TASK_FAILED", "once", live.configured(), live.configured()));
    }

    /** A task ends so now, and another one is there in its place at once. */
    public void fail(AppId app, String state, String message) {
        Live live = Objects.requireNonNull(apps.get(app));
        Instant now = clock.instant();
        String task = app.name() + ".instance-" + now.getEpochSecond() + "._app.1";
        recovered.put(app, new TaskFailure(task, "127.0.0.1", "S0", state, message, now, live.configured()));
    }

    /** Somebody else's deployment holds the app, and others with it. */
    public void lock(AppId app, String deployment, AppId... others) {
        List<AppId> held = Stream.concat(Stream.of(app), Arrays.stream(others)).toList();
        foreignLocks.put(app, new Deployment(deployment, clock.instant(), held, 1, 2));
    }

    public void unlock(AppId app) {
        foreignLocks.remove(app);
    }

    /** How many so far, of any kind. */
    public int requests() {
        return requests;
    }

    /** What has been asked for, in order: {@code PUT /orders}, … */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    @Override
    public Info info() {
        present();
        return new Info("marathon", "1.11.26", Optional.of("127.0.0.1:8080"));
    }

    @Override
    public Optional<App> app(AppId id) {
        present();
        return Optional.ofNullable(apps.get(id)).map(this::look);
    }

    @Override
    public List<App> apps(String labelSelector) {
        present();
        return apps.values().stream()
                .filter(live -> live.definition().labels().containsKey(labelSelector))
                .map(this::look)
                .toList();
    }

    @Override
    public Change create(AppDefinition definition) {
        checked("POST " + definition.id());
        return apps.containsKey(definition.id()) ? new Change.Exists() : store(definition);
    }

    @Override
    public Change put(AppDefinition definition) {
        checked("PUT " + definition.id());
        List<String> locks = locks(definition.id());
        return locks.isEmpty() ? store(definition) : new Change.Locked(locks);
    }

    @Override
    public Change putOverOwnDeployment(AppDefinition definition) {
        checked("PUT by force " + definition.id());
        return store(definition);
    }

    @Override
    public Change scale(AppId id, int instances) {
        checked("PUT instances " + id);
        List<String> locks = locks(id);
        return locks.isEmpty()
                ? store(Objects.requireNonNull(apps.get(id)).definition().withInstances(instances))
                : new Change.Locked(locks);
    }

    @Override
    public Change delete(AppId id) {
        checked("DELETE " + id);
        if (!locks(id).isEmpty()) {
            return new Change.Locked(locks(id));
        }
        return remove(id);
    }

    @Override
    public Change deleteOverOwnDeployment(AppId id) {
        checked("DELETE by force " + id);
        return remove(id);
    }

    private Change remove(AppId id) {
        if (apps.remove(id) == null) {
            return new Change.Absent();
        }
        dying.put(id, clock.instant().plus(STARTUP));
        return new Change.Accepted("delete-" + id.name(), nextVersion().toString());
    }

    @Override
    public List<Deployment> deployments() {
        present();
        List<Deployment> open = new ArrayList<>();
        apps.keySet()
                .forEach(id -> locks(id)
                        .forEach(lock -> open.add(new Deployment(
                                lock, Objects.requireNonNull(apps.get(id)).version(), List.of(id), 1, 2))));
        open.replaceAll(deployment -> foreignLocks.values().stream()
                .filter(foreign -> foreign.id().equals(deployment.id()))
                .findFirst()
                .orElse(deployment));
        dying.forEach((id, end) -> {
            if (clock.instant().isBefore(end)) {
                open.add(new Deployment("delete-" + id.name(), clock.instant(), List.of(id), 1, 1));
            }
        });
        return open;
    }

    @Override
    public List<QueueItem> queue() {
        present();
        return apps.values().stream()
                .filter(live -> behaviour(live).equals("huge"))
                .map(live -> new QueueItem(live.definition().id(), instances(live), Duration.ZERO, REJECTIONS))
                .toList();
    }

    @Override
    public List<String> versions(AppId id) {
        present();
        return List.copyOf(versions.keySet());
    }

    @Override
    public Optional<AppDefinition> version(AppId id, String version) {
        present();
        return Optional.ofNullable(versions.get(id + "@" + version));
    }

    private void present() {
        requests++;
        if (away) {
            throw new Unreachable("tried to reach Marathon at http://fake:8080 but the connection was refused");
        }
    }

    private void checked(String change) {
        present();
        if (refusal.isPresent()) {
            throw new MarathonException(422, refusal.get());
        }
        changes.add(change);
    }

    private Change store(AppDefinition definition) {
        Optional<Live> before = Optional.ofNullable(apps.get(definition.id()));
        Instant version = nextVersion();
        Instant configured = before.filter(
                        live -> live.definition().withoutInstances().equals(definition.withoutInstances()))
                .map(Live::configured)
                .orElse(version);
        List<AppDefinition> earlier = before.map(Live::definition).stream().toList();
        Live live = new Live(definition, version, configured, earlier);
        if (configured.equals(version)) {
            cancelled.remove(definition.id());
        }
        apps.put(definition.id(), live);
        versions.put(definition.id() + "@" + look(live).versionText(), definition);
        return new Change.Accepted("deployment-" + version, version.toString());
    }

    private Instant nextVersion() {
        Instant now = clock.instant();
        lastVersion = now.isAfter(lastVersion) ? now : lastVersion.plusMillis(1);
        return lastVersion;
    }

    private List<String> locks(AppId id) {
        List<String> locks = new ArrayList<>();
        Optional.ofNullable(foreignLocks.get(id)).map(Deployment::id).ifPresent(locks::add);
        Live live = apps.get(id);
        if (live != null && !up(live) && !newLeader && !cancelled.contains(id)) {
            locks.add("deployment-" + live.version());
        }
        return locks;
    }

    private boolean up(Live live) {
        return behaviour(live).isEmpty()
                && !clock.instant().isBefore(live.configured().plus(STARTUP));
    }

    private static String behaviour(Live live) {
        return live.definition().json().at("/env/BEHAVE").asText();
    }

    private App look(Live live) {
        int instances = instances(live);
        List<Task> tasks = new ArrayList<>();
        boolean up = up(live);
        IntStream.range(0, behaviour(live).equals("huge") ? 0 : instances).forEach(i -> tasks.add(task(live, i, up)));
        if (!live.before().isEmpty()
                && (!up || cancelled.contains(live.definition().id()))) {
            tasks.add(old(live));
        }
        return new App(
                live.definition(),
                live.version(),
                live.configured(),
                instances,
                locks(live.definition().id()),
                tasks.stream()
                        .map(placement)
                        .sorted(Comparator.comparing(Task::id))
                        .toList(),
                behaviour(live).equals("cold") ? List.of(cold(tasks.get(0))) : List.of(),
                failure(live));
    }

    private static Unready cold(Task task) {
        return new Unready(task.id(), "warm", Optional.of("503 (warming up)"));
    }

    private static int instances(Live live) {
        return live.definition().instances().orElse(1);
    }

    private static Task task(Live live, int index, boolean up) {
        int port = 31000 + Math.floorMod((live.definition().id() + "@" + live.configured()).hashCode(), 900) + index;
        List<Task.Health> health = live.definition().json().has("healthChecks")
                ? List.of(new Task.Health(up, up ? 0 : 2, up ? Optional.empty() : Optional.of("503")))
                : List.of();
        return new Task(
                live.definition().id().name() + ".instance-" + index + "._app.1",
                "127.0.0.1",
                "S0",
                List.of(port),
                up || behaviour(live).equals("sick") ? "TASK_RUNNING" : "TASK_STAGING",
                Optional.of(live.configured()),
                health);
    }

    private static Task old(Live live) {
        return new Task(
                live.definition().id().name() + ".instance-old._app.1",
                "127.0.0.1",
                "S0",
                List.of(31999),
                "TASK_RUNNING",
                Optional.of(live.configured().minusSeconds(1000)),
                List.of());
    }

    private Optional<TaskFailure> failure(Live live) {
        long attempts = Duration.between(live.configured(), clock.instant()).toSeconds() / 5;
        if (!behaviour(live).equals("crash") || attempts == 0) {
            return Optional.ofNullable(recovered.get(live.definition().id()));
        }
        return Optional.of(new TaskFailure(
                live.definition().id().name() + ".instance-0._app." + attempts,
                "127.0.0.1",
                "S0",
                "TASK_FAILED",
                "Container exited with status 1",
                clock.instant(),
                live.configured()));
    }
}
