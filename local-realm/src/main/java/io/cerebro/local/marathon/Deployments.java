package io.cerebro.local.marathon;

import io.cerebro.marathon.AppId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployments that are open: one app is in one of them at most. */
final class Deployments {
    private static final String CANCELLED = "The upgrade has been cancelled";
    private final List<Deployment> open = new ArrayList<>();
    private final Apps apps;
    private final Events events;
    private final Map<Action.Kind, Work> works;

    Deployments(Apps apps, Events events, Map<Action.Kind, Work> works) {
        this.apps = apps;
        this.events = events;
        this.works = works;
    }

    List<Deployment> all() {
        return List.copyOf(open);
    }

    Optional<Deployment> find(String id) {
        return open.stream().filter(deployment -> deployment.id().equals(id)).findFirst();
    }

    List<Deployment> of(AppId app) {
        return open.stream()
                .filter(deployment -> deployment.plan.affected().contains(app))
                .toList();
    }

    /** @throws Refusal when other deployments hold an app of this one, unless they are to be cancelled by force */
    void start(Plan plan, Change change) {
        if (plan.steps().isEmpty()) {
            apps.set(change.wanted());
            events.deploymentSuccess(plan);
            return;
        }
        List<Deployment> rivals = open.stream()
                .filter(other -> other.plan.touches(plan.affected()))
                .toList();
        if (!rivals.isEmpty() && !change.force()) {
            events.deploymentFailed(plan, Refusal.LOCKED);
            throw Refusal.locked(rivals.stream().map(Deployment::id).toList());
        }
        rivals.forEach(this::cancel);
        apps.set(change.wanted());
        Deployment deployment = new Deployment(plan);
        open.add(deployment);
        events.deploymentInfo(plan, deployment.actions());
        passStart(deployment);
    }

    /** A start of no instances is done at once. */
    private void passStart(Deployment deployment) {
        if (deployment.actions().stream().allMatch(action -> action.kind() == Action.Kind.START)) {
            stepDone(deployment);
        }
    }

    void cancel(Deployment deployment) {
        open.remove(deployment);
        events.deploymentFailed(deployment.plan, CANCELLED);
    }

    void restore(Deployment deployment) {
        open.add(deployment);
    }

    void clear() {
        open.clear();
    }

    /** Takes each deployment as far as it can go now. */
    void advance() {
        for (Deployment deployment : all()) {
            while (open.contains(deployment) && advanced(deployment)) {
                stepDone(deployment);
            }
        }
    }

    private boolean advanced(Deployment deployment) {
        boolean done = true;
        for (Action action : deployment.actions()) {
            Work work = works.get(action.kind());
            done &= work == null || work.advance(deployment, action);
        }
        return done;
    }

    private void stepDone(Deployment deployment) {
        events.deploymentStepSuccess(deployment.plan, deployment.actions());
        if (deployment.lastStep()) {
            open.remove(deployment);
            events.deploymentSuccess(deployment.plan);
        } else {
            deployment.nextStep();
            events.deploymentInfo(deployment.plan, deployment.actions());
        }
    }
}
