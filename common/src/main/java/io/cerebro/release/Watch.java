package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.gate.Finding;
import io.cerebro.gate.Hearing;
import io.cerebro.gate.Learned;
import io.cerebro.http.Unreachable;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.util.List;
import java.util.Optional;

/**
 * The gate's eye on a canary that goes on serving its share while something else is waited for.
 *
 * @param tasks what has become of its tasks
 * @param hearing empty until the load balancers have been seen with a share
 */
record Watch(Share share, Optional<Hearing> hearing, CanaryTasks tasks) {
    static final Watch NONE = new Watch(Share.OFF, Optional.empty(), CanaryTasks.NONE);

    static Watch of(Observing observed) {
        return new Watch(observed.share(), Optional.of(observed.hearing()), observed.tasks());
    }

    /** A load balancer that does not answer is asked again at the next look: what is waited for is not its business. */
    Watch look(Release release, World world) {
        try {
            return seen(world.router().look(release.service()), release, world);
        } catch (Unreachable | RouterException notNow) {
            return failed()
                    ? this
                    : new Watch(share, hearing.map(heard -> heard.unseen(String.valueOf(notNow.getMessage()))), tasks);
        }
    }

    private Watch seen(RouterView view, Release release, World world) {
        if (hearing.isPresent()) {
            CanaryTasks lived = tasks.look(release, world);
            List<Finding> found = lived.findings(release.settings().gate().tasks());
            return new Watch(share, Optional.of(Judging.look(hearing.get(), view, found, release, world)), lived);
        }
        Share now = view.loadBalancers().stream()
                .map(balancer -> balancer.share())
                .findFirst()
                .orElse(Share.OFF);
        return now.off()
                ? this
                : new Watch(
                        now,
                        Optional.of(Judging.open(
                                view, now, Learned.nothing(release.settings().gate()), release, world)),
                        tasks);
    }

    @JsonIgnore
    boolean failed() {
        return hearing.filter(Hearing::failed).isPresent();
    }

    /** Nothing before the first verdict. */
    Optional<Observation> observation(String stage) {
        return hearing.filter(heard -> !heard.findings().isEmpty()).map(heard -> Observation.of(stage, share, heard));
    }
}
