package io.cerebro.release;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.traffic.Router;
import java.time.Instant;

/** The canary comes up beside the stable app. Nobody reaches it yet. */
record Staging(Stage next, AppDefinition canary, Arrival arrival) implements Arriving {
    static Staging begin(Release release, Stage next, App stable, boolean there, Instant now) {
        AppDefinition canary = Canary.definition(release, release.target().orElseThrow(), stable);
        Arrival arrival = Arrival.by(now.plus(release.settings().healthy()));
        return new Staging(next, canary, there ? arrival.found() : arrival);
    }

    /** With the canary as its router needs it. */
    Staging routed(App stable, Router router) {
        return new Staging(next, Canary.routed(canary, stable, router), arrival);
    }

    @Override
    public Phase next(Release release, World world) {
        Arrival look = arrival.next(
                world, new Wanted.Beside(release, canary), release.settings().healthy());
        return look.arrived() ? Shifting.begin(release, next, world.now()) : new Staging(next, canary, look);
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        Outcome outcome = Outcome.rolledBack(reason);
        return arrival.sent()
                ? TurningOff.begin(release, Exit.ofCanary(outcome, release.id(), false), now)
                : Removing.begin(release, canary.id(), Exit.ofCanary(outcome.unchanged(), release.id(), false), now);
    }

    @Override
    public String stage() {
        return "canary";
    }

    @Override
    public String says() {
        return "starting the canary: " + arrival.sighting().says();
    }
}
