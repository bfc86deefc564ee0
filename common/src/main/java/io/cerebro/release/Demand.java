package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import java.util.Optional;

/** How many instances a release runs at the most beside those that run when it begins. */
record Demand(AppDefinition app, int more) {
    /** Of a release that begins with this phase; empty where nothing is started. */
    static Optional<Demand> of(Phase first, Seen seen) {
        Release release = seen.release();
        if (first instanceof Deploying || first instanceof Promoting) {
            return release.target()
                    .map(target -> new Demand(target, surge(target, seen)))
                    .filter(Demand::some);
        }
        if (first instanceof Staging staging) {
            int canaries =
                    staging.arrival().sent() ? 0 : staging.canary().instances().orElse(1);
            int later = release.goal() == Goal.RELEASE ? surge(release.target().orElseThrow(), seen) : 0;
            return Optional.of(new Demand(staging.canary().withId(release.service()), canaries + later))
                    .filter(Demand::some);
        }
        return Optional.empty();
    }

    /** What Marathon starts before it stops: as many again, unless the definition says less. */
    private static int surge(AppDefinition target, Seen seen) {
        int running = seen.stable().map(App::instances).orElse(0);
        int wanted = target.instances().orElse(Math.max(1, running));
        boolean same = seen.stable()
                .filter(live -> Labels.carries(live, seen.release().id()))
                .isPresent();
        if (same || running == 0) {
            return wanted - running;
        }
        double over = target.json().at("/upgradeStrategy/maximumOverCapacity").asDouble(1);
        double healthy =
                target.json().at("/upgradeStrategy/minimumHealthCapacity").asDouble(1);
        int most = (int) Math.ceil(wanted * (1 + over)) - running;
        return healthy >= 1 ? Math.max(1, most) : most;
    }

    Optional<Capacity.Lack> lack(Capacity capacity) {
        return capacity.lack(app, more);
    }

    private boolean some() {
        return more > 0;
    }
}
