package io.cerebro.release;

import io.cerebro.diff.Difference;
import io.cerebro.diff.Differences;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Deployment;
import io.cerebro.realm.LockPolicy;
import io.cerebro.traffic.RouterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a release's steps on paper, from where the realm stands. */
record Planning(Seen seen, List<Deployment> open, Wanted.Stable stable, World world) {
    /** What is sent, in this order. */
    private record Steps(Optional<AppDefinition> canary, Optional<AppDefinition> stable) {
        static final Steps NONE = new Steps(Optional.empty(), Optional.empty());

        List<Plan.Request> requests() {
            return Stream.concat(canary.map(Plan.Request::create).stream(), stable.map(Plan.Request::put).stream())
                    .toList();
        }
    }

    static Planning of(Release release, World world) {
        Seen seen = Seen.of(release, world);
        AppDefinition target = release.target().orElseThrow();
        return new Planning(
                seen,
                world.marathon().deployments(),
                new Wanted.Stable(release, target, Labels.releaseId(target)),
                world);
    }

    Plan plan() {
        Release release = seen.release();
        Phase first = first(seen);
        Optional<String> refusal = refusal(first);
        Steps steps = steps(refusal.isPresent() ? first(seen.withoutCanary()) : first);
        List<Plan.Obstacle> obstacles = new ArrayList<>();
        refusal.ifPresent(because -> obstacles.add(new Plan.Obstacle(because, true)));
        steps.requests()
                .forEach(
                        request -> obstacles.addAll(holding(request.definition().id())));
        if (refusal.isEmpty()) {
            Demand.of(first, seen)
                    .flatMap(demand -> demand.lack(world.capacity()))
                    .filter(lack -> lack.weight() != Capacity.Weight.UNKNOWN)
                    .ifPresent(lack -> obstacles.add(new Plan.Obstacle(lack.says(), lack.refused())));
        }
        Effect effect =
                refusal.isPresent() && steps.equals(Steps.NONE) ? Effect.none("it cannot be done") : effect(steps);
        return new Plan(
                release.service(), release.goal(), effect, steps.requests(), differences(), obstacles, outlook());
    }

    private Outlook outlook() {
        Release release = seen.release();
        boolean judged = first(seen) instanceof Staging;
        boolean held = release.goal() == Goal.RELEASE || release.goal() == Goal.PARTIAL;
        return new Outlook(
                judged ? world.sources().preview(release.service()) : List.of(),
                held ? Optional.of(release.settings().gate().onNotEnoughData()) : Optional.empty());
    }

    private Phase first(Seen from) {
        try {
            return Starting.begin(from, world.router());
        } catch (RouterException e) {
            return Ended.failed(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> refusal(Phase first) {
        return first instanceof Ended ended && ended.outcome().kind() == Outcome.Kind.FAILED
                ? Optional.of(ended.outcome().because())
                : Optional.empty();
    }

    private Steps steps(Phase first) {
        if (first instanceof Staging staging) {
            boolean there = staging.arrival().sent();
            boolean promoted = seen.release().goal() == Goal.RELEASE;
            return new Steps(
                    there ? Optional.empty() : Optional.of(staging.canary()),
                    promoted ? Optional.of(wanted()) : Optional.empty());
        }
        boolean carried = seen.stable().filter(stable::carriedBy).isPresent();
        return first instanceof Ended || carried ? Steps.NONE : new Steps(Optional.empty(), Optional.of(wanted()));
    }

    private AppDefinition wanted() {
        return stable.definition(seen.stable());
    }

    private Effect effect(Steps steps) {
        int canaries = steps.canary().flatMap(AppDefinition::instances).orElse(0);
        if (steps.stable().isPresent()) {
            AppDefinition sent = steps.stable().get();
            return seen.stable()
                    .map(live -> Effect.replace(live, sent, canaries))
                    .orElseGet(() -> Effect.create(sent));
        }
        return canaries > 0 ? Effect.canary(canaries) : Effect.none(nothingToDo());
    }

    private String nothingToDo() {
        if (!seen.stableRelease().equals(seen.release().id())) {
            return "the canary of this version is there already";
        }
        return "this version is live" + (differences().isEmpty() ? "" : ", and what differs from it is left as it is");
    }

    private List<Difference> differences() {
        return seen.stable()
                .map(live -> Differences.between(Labels.strip(live.definition()), Labels.strip(wanted())))
                .orElse(List.of());
    }

    private List<Plan.Obstacle> holding(AppId app) {
        return open.stream()
                .filter(deployment -> deployment.affectedApps().contains(app))
                .map(deployment -> new Plan.Obstacle(
                        "deployment " + deployment.id() + ", which holds " + app + " since " + deployment.version(),
                        world.locks() == LockPolicy.FAIL))
                .toList();
    }
}
