package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The proof that what renders the load balancers' configuration still does so: another share, set and read back, and the one
 * before again. Marathon ends the instances of the version before as soon as the new ones are healthy; where nobody renders
 * any more, HAProxy would know nothing but these.
 *
 * @param left shares that are still to be confirmed, in order
 * @param until by when
 * @param missing which load balancers have not confirmed
 */
record Pulse(boolean begun, List<Share> left, Optional<Instant> until, String missing) {
    static final Pulse NONE = new Pulse(false, List.of(), Optional.empty(), "");
    private static final Pulse FELT = new Pulse(true, List.of(), Optional.empty(), "");

    Pulse {
        left = List.copyOf(left);
    }

    @JsonIgnore
    boolean felt() {
        return begun && left.isEmpty();
    }

    @JsonIgnore
    boolean underWay() {
        return begun && !left.isEmpty();
    }

    boolean late(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    Pulse next(AppId service, World world, Duration within) {
        Router router = world.router();
        if (!begun) {
            return router.rendered() ? begin(service, world, within) : FELT;
        }
        RouterView view = router.look(service);
        Share awaited = left.get(0);
        if (!view.confirms(awaited)) {
            router.set(service, awaited);
            return new Pulse(true, left, until, view.lacking(awaited));
        }
        return new Pulse(true, left.subList(1, left.size()), until, missing);
    }

    /** Nothing is asked for yet: a daemon that is gone is met when it is under way, and waited for no longer than a router is. */
    private static Pulse begin(AppId service, World world, Duration within) {
        Optional<Share> now = share(service, world.router());
        if (now.isEmpty()) {
            return FELT;
        }
        List<Share> shares = List.of(now.get().neighbour(), now.get());
        return new Pulse(true, shares, Optional.of(world.now().plus(within)), "");
    }

    /** Empty for a service that no load balancer knows: it has nothing to lose. */
    private static Optional<Share> share(AppId service, Router router) {
        try {
            return router.look(service).loadBalancers().stream()
                    .map(balancer -> balancer.share())
                    .findFirst();
        } catch (RouterException unknown) {
            return Optional.empty();
        }
    }
}
