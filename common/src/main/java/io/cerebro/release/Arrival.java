package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.Change;
import io.cerebro.marathon.Task;
import io.cerebro.marathon.TaskFailure;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instances on their way to serving. They have arrived when it is true in Marathon (no deployment open, every instance of our
 * configuration healthy and ready, none of another) and then on every load balancer (they are UP, and no others).
 *
 * @param until when to give up
 * @param sent whether Marathon may have been asked to change anything
 * @param serving where the instances listen, once it is true in Marathon; not yet confirmed by the router
 * @param servingSince when that was seen
 * @param arrived both are true
 * @param failed ids of tasks of ours that have failed
 * @param suspect the task whose log is worth reading
 * @param locks deployments that hold the app
 */
record Arrival(
        Instant until,
        boolean sent,
        Set<Address> serving,
        Optional<Instant> servingSince,
        boolean arrived,
        Set<String> failed,
        Optional<Suspect> suspect,
        Locks locks,
        Optional<String> hopeless,
        String seen) {
    private static final Pattern ATTEMPT = Pattern.compile("\\._app\\.(\\d+)$");
    private static final int ATTEMPTS = 3;
    private static final int LOG_LINES = 10;
    private static final Duration CONFIRMATION = Duration.ofSeconds(10);

    /** A task, by what its agent needs to find its log. */
    record Suspect(String host, String taskId) {}

    static Arrival by(Instant until) {
        return new Arrival(
                until,
                false,
                Set.of(),
                Optional.empty(),
                false,
                Set.of(),
                Optional.empty(),
                Locks.NONE,
                Optional.empty(),
                "asking Marathon for it");
    }

    Duration every() {
        if (locks.fresh() || (!sent && locks.isEmpty())) {
            return Duration.ZERO;
        }
        return servingSince.isPresent() ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
    }

    /** One look, at Marathon or at the router, and at most one request that changes anything. */
    Arrival next(World world, Wanted wanted, Duration healthy) {
        if (servingSince.isPresent()) {
            return inRotation(world, wanted);
        }
        Optional<App> live = world.marathon().app(wanted.id());
        if (live.isPresent() && wanted.carriedBy(live.get())) {
            return seen(live.get(), world.now());
        }
        boolean ours = live.filter(wanted::undoes).isPresent();
        Locks.Holder holder = locks.holder(world.marathon(), wanted.id(), ours);
        if (holder == Locks.Holder.ANOTHER) {
            return waitingFor(locks.waitedFor());
        }
        boolean force = holder == Locks.Holder.OURSELVES;
        return answered(wanted.send(world.marathon(), live, force), world.now().plus(healthy));
    }

    private Arrival waitingFor(Locks holding) {
        return new Arrival(
                until,
                sent,
                serving,
                servingSince,
                false,
                failed,
                suspect,
                holding,
                hopeless,
                "waiting for " + holding + ", which holds the app");
    }

    private Arrival answered(Change change, Instant deadline) {
        if (change instanceof Change.Locked locked) {
            return waitingFor(Locks.of(locked.deployments()));
        }
        if (change instanceof Change.Exists) {
            return foreign();
        }
        return new Arrival(
                deadline,
                true,
                Set.of(),
                Optional.empty(),
                false,
                failed,
                suspect,
                Locks.NONE,
                hopeless,
                "Marathon has started the deployment");
    }

    private Arrival foreign() {
        String why = "somebody else has made the canary in the same moment";
        return new Arrival(until, false, serving, servingSince, false, failed, suspect, locks, Optional.of(why), why);
    }

    private Arrival seen(App app, Instant now) {
        Set<String> failures = new TreeSet<>(failed);
        Optional<TaskFailure> failure =
                app.lastTaskFailure().filter(last -> !last.version().isBefore(app.lastConfigChangeAt()));
        failure.ifPresent(last -> failures.add(last.taskId()));
        boolean settled = app.settled();
        Optional<Suspect> blamed = failure.map(last -> new Suspect(last.host(), last.taskId()))
                .or(() -> notServing(app).map(task -> new Suspect(task.host(), task.id())));
        Optional<String> why = settled ? Optional.empty() : crashLoop(failures, failure, app.instances());
        return new Arrival(
                until,
                true,
                settled ? addresses(app) : Set.of(),
                settled ? Optional.of(now) : Optional.empty(),
                settled && addresses(app).isEmpty(),
                failures,
                blamed,
                Locks.NONE,
                why,
                describe(app, failure));
    }

    private Arrival inRotation(World world, Wanted wanted) {
        boolean canary = wanted instanceof Wanted.Beside;
        String waiting;
        try {
            RouterView view = world.router()
                    .look(canary ? ((Wanted.Beside) wanted).release().service() : wanted.id());
            if (canary ? view.canaryUp(serving) : view.stableUp(serving)) {
                return with(servingSince, true, serving.size() + " of " + serving.size() + " up in the router");
            }
            waiting = "waiting for the router to have exactly " + serving.size() + " up, " + counts(view, canary);
        } catch (RouterException e) {
            waiting = String.valueOf(e.getMessage());
        }
        boolean stale = world.now().isAfter(servingSince.orElseThrow().plus(CONFIRMATION));
        return with(stale ? Optional.empty() : servingSince, false, waiting);
    }

    /** What the suspect wrote last; nothing where it cannot be had. */
    List<String> log(World world) {
        return suspect.map(task -> world.log().tail(task.host(), task.taskId(), LOG_LINES))
                .orElse(List.of());
    }

    private Arrival with(Optional<Instant> since, boolean here, String what) {
        return new Arrival(until, sent, serving, since, here, failed, suspect, locks, hopeless, what);
    }

    private String counts(RouterView view, boolean canary) {
        return String.join(
                ", ",
                view.loadBalancers().stream()
                        .map(balancer -> {
                            var servers = canary ? balancer.canary() : balancer.stable();
                            long up = servers.stream()
                                    .filter(server -> server.up() && serving.contains(server.address()))
                                    .count();
                            long others = servers.stream()
                                    .filter(server -> server.up() && !serving.contains(server.address()))
                                    .count();
                            return balancer.name() + " has " + up + (others == 0 ? "" : " and " + others + " others");
                        })
                        .toList());
    }

    private static Set<Address> addresses(App app) {
        Set<Address> addresses = new HashSet<>();
        app.serving().stream()
                .filter(task -> !task.ports().isEmpty())
                .forEach(task ->
                        addresses.add(Address.resolved(task.host(), task.ports().get(0))));
        return addresses;
    }

    private static Optional<Task> notServing(App app) {
        List<Task> serving = app.serving();
        return app.tasks().stream()
                .filter(app::current)
                .filter(task -> !serving.contains(task))
                .findFirst();
    }

    /** A task that failed at its third attempt, or more failures than there are instances, will not get better. */
    private static Optional<String> crashLoop(Set<String> failures, Optional<TaskFailure> failure, int instances) {
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        TaskFailure last = failure.get();
        Matcher attempt = ATTEMPT.matcher(last.taskId());
        boolean looping = attempt.find() && Integer.parseInt(attempt.group(1)) >= ATTEMPTS;
        return looping || failures.size() >= Math.max(ATTEMPTS, instances)
                ? Optional.of("its tasks keep failing, last " + words(last))
                : Optional.empty();
    }

    private static String describe(App app, Optional<TaskFailure> failure) {
        StringBuilder said = new StringBuilder(app.serving().size() + " of " + app.instances() + " instances healthy");
        int outdated = app.outdated().size();
        if (outdated > 0) {
            said.append(", ").append(outdated).append(" of an earlier version still running");
            if (app.deployments().isEmpty()) {
                said.append(" though no deployment is open (was one cancelled by force?)");
            }
        }
        unhealthy(app).ifPresent(cause -> said.append(", health check: ").append(cause));
        failure.filter(last -> !app.settled())
                .ifPresent(last -> said.append(", last failure: ").append(words(last)));
        return said.toString();
    }

    private static Optional<String> unhealthy(App app) {
        return app.tasks().stream()
                .filter(app::current)
                .flatMap(task -> task.health().stream())
                .filter(health -> !health.alive())
                .flatMap(health -> health.lastFailureCause().stream())
                .findFirst();
    }

    private static String words(TaskFailure failure) {
        String message = failure.message().strip();
        return failure.state() + (message.isEmpty() ? "" : " (" + message + ")");
    }
}
