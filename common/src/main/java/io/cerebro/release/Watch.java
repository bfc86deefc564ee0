package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Evidence;
import io.cerebro.gate.Reading;
import io.cerebro.gate.Verdict;
import io.cerebro.gate.Window;
import io.cerebro.http.Unreachable;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.util.Optional;

/**
 * The gate's eye on a canary that goes on serving its share while something else is waited for.
 *
 * @param window empty until the load balancers have been seen with a share
 */
record Watch(Share share, Optional<Window> window, Optional<Verdict> verdict, Optional<Reading> reading) {
    static final Watch NONE = new Watch(Share.OFF, Optional.empty(), Optional.empty(), Optional.empty());

    static Watch of(Observing observed) {
        return new Watch(
                observed.share(), Optional.of(observed.window()), Optional.of(observed.verdict()), observed.reading());
    }

    /** A load balancer that does not answer is asked again at the next look: what is waited for is not its business. */
    Watch look(Release release, World world) {
        try {
            return seen(world.router().look(release.service()), release, world);
        } catch (Unreachable | RouterException notNow) {
            return failed()
                    ? this
                    : new Watch(
                            share,
                            window,
                            Optional.of(Verdict.notEnoughData(String.valueOf(notNow.getMessage()))),
                            reading);
        }
    }

    private Watch seen(RouterView view, Release release, World world) {
        GateSettings gate = release.settings().gate();
        if (window.isEmpty()) {
            Share now = view.loadBalancers().stream()
                    .map(balancer -> balancer.share())
                    .findFirst()
                    .orElse(Share.OFF);
            return now.off()
                    ? this
                    : new Watch(
                            now,
                            Optional.of(Window.open(world.now(), Counters.of(view), Evidence.none(gate))),
                            Optional.empty(),
                            Optional.empty());
        }
        Window seen = window.get().advance(world.now(), Counters.of(view));
        return new Watch(
                share,
                Optional.of(seen),
                Optional.of(world.judge().judge(seen, gate)),
                Optional.of(Reading.of(seen, gate)));
    }

    @JsonIgnore
    boolean failed() {
        return verdict.filter(said -> said.kind() == Verdict.Kind.FAIL).isPresent();
    }

    Optional<Observation> observation(String stage) {
        return window.flatMap(seen -> verdict.map(
                said -> new Observation(seen.lastLook(), stage, share, seen.stable(), seen.canary(), said, reading)));
    }
}
