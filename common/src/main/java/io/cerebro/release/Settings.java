package io.cerebro.release;

import io.cerebro.realm.CanarySettings;
import io.cerebro.realm.GateSettings;
import io.cerebro.realm.Realm;
import io.cerebro.realm.Stages;
import io.cerebro.realm.Timeouts;
import java.time.Duration;
import java.util.Optional;

/**
 * How a release travels: the realm's defaults with what the caller overrides.
 *
 * @param isolatedBake how long the canary is watched while only the header reaches it
 * @param percent of the traffic in stage partial, above 0, at most 100
 * @param partialBake how long it is watched with its share
 * @param hold how long a gate that does not know waits for a person before it turns back
 * @param gate what the canary is measured by
 * @param canaryInstances empty: enough for its share
 * @param healthy how long instances may take until they serve
 * @param router how long a load balancer may take to answer and confirm
 * @param drain how long requests under way on the canary may take
 */
public record Settings(
        Duration isolatedBake,
        double percent,
        Duration partialBake,
        Duration hold,
        GateSettings gate,
        Optional<Integer> canaryInstances,
        Duration healthy,
        Duration router,
        Duration drain) {
    /** What holds where a realm says nothing. */
    public static final Settings DEFAULT =
            of(Stages.DEFAULT, GateSettings.DEFAULT, new CanarySettings(Optional.empty()), Timeouts.DEFAULT);

    public Settings {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("the canary's share is above 0 and at most 100 percent, not " + percent);
        }
        canaryInstances.filter(instances -> instances < 1).ifPresent(instances -> {
            throw new IllegalArgumentException("a canary has at least 1 instance, not " + instances);
        });
    }

    static Settings of(Realm realm) {
        return of(realm.stages(), realm.gate(), realm.canary(), realm.timeouts());
    }

    private static Settings of(Stages stages, GateSettings gate, CanarySettings canary, Timeouts timeouts) {
        return new Settings(
                stages.isolated().bake(),
                stages.partial().percent(),
                stages.partial().bake(),
                stages.partial().hold(),
                gate,
                canary.instances(),
                timeouts.healthy(),
                timeouts.router(),
                stages.drain());
    }

    int canaryInstances(int stable) {
        return canaryInstances.orElse(Math.max(1, (int) Math.ceil(stable * percent / 100)));
    }
}
