package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.traffic.RouterView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What there is when a release begins.
 *
 * @param beside whatever has the canary's id
 * @param view empty where the load balancers have not been asked
 */
record Seen(Release release, Optional<App> stable, Optional<App> beside, RouterView view, Instant now) {
    /** Asks Marathon twice, and no load balancer. */
    static Seen of(Release release, World world) {
        return new Seen(
                release,
                world.marathon().app(release.service()),
                world.marathon().app(release.service().canary()),
                new RouterView(List.of()),
                world.now());
    }

    Seen with(RouterView balancers) {
        return new Seen(release, stable, beside, balancers, now);
    }

    Seen withoutCanary() {
        return new Seen(release, stable, Optional.empty(), view, now);
    }

    Optional<App> canary() {
        return beside.filter(app -> app.definition()
                .label(Labels.CANARY_OF)
                .equals(Optional.of(release.service().path())));
    }

    /** A rolling deploy has no use for the canary's place. */
    boolean takenByAStranger() {
        return beside.isPresent() && canary().isEmpty() && release.goal() != Goal.DEPLOY;
    }

    boolean shareOfNobody() {
        return canary().isEmpty() && view.anyOn();
    }

    /** Somewhere the canary has a share of the traffic. */
    boolean partial() {
        return view.loadBalancers().stream()
                .anyMatch(balancer -> balancer.share().basisPoints() > 0);
    }

    Optional<String> canaryRelease() {
        return canary().flatMap(app -> app.definition().label(Labels.RELEASE));
    }

    Optional<String> stableRelease() {
        return stable.flatMap(app -> app.definition().label(Labels.RELEASE));
    }

    boolean liveAndWell() {
        return stableRelease().isPresent()
                && stableRelease().equals(release.id())
                && stable.filter(App::settled).isPresent();
    }

    /** The canary is being made the stable version, or was. */
    boolean promoting() {
        return canaryRelease().isPresent() && canaryRelease().equals(stableRelease());
    }

    String holder() {
        return Labels.holder(canary().orElseThrow());
    }
}
