package io.cerebro.release;

import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the realm where the service stands, and goes on from there: at the start, or where a lost driver left it.
 *
 * @param cleared whether the share of a canary that is gone had to be turned off first
 */
record Starting(Instant until, Optional<String> warning, boolean cleared) implements Beginning {
    Starting(Instant until) {
        this(until, Optional.empty(), false);
    }

    @Override
    public Phase next(Release release, World world) {
        Seen apps = Seen.of(release, world);
        Seen seen = apps.takenByAStranger() ? apps : apps.with(view(release, world));
        if (seen.shareOfNobody()) {
            world.router().set(release.service(), Share.OFF);
            return new Starting(until, warning, true);
        }
        if (cleared && release.goal() == Goal.ROLLBACK && seen.canary().isEmpty()) {
            return new Ended(
                    Outcome.done("the share that a canary of " + release.service() + " had left behind is off; "
                            + "the service is as it was, give the command again for the version before"));
        }
        return fitting(begin(seen, world.router()), seen, world);
    }

    /** A lack of room is said for one look, so that it can be read, or is the end. */
    private Phase fitting(Phase first, Seen seen, World world) {
        Optional<Capacity.Lack> lack = warning.isPresent()
                ? Optional.empty()
                : Demand.of(first, seen).flatMap(demand -> demand.lack(world.capacity()));
        return lack.map(found -> found.refused()
                        ? Ended.failed("there is not " + found.says())
                        : new Starting(until, Optional.of(found.warning()), cleared))
                .orElse(first);
    }

    /** The same, with a canary as the router needs it. */
    static Phase begin(Seen seen, Router router) {
        return begin(seen) instanceof Staging staging
                ? staging.routed(seen.stable().orElseThrow(), router)
                : begin(seen);
    }

    /** Where a release goes from what there is. */
    private static Phase begin(Seen seen) {
        Release release = seen.release();
        if (seen.takenByAStranger()) {
            return Ended.failed(release.service().canary() + " is there and is not a canary of " + release.service()
                    + ": it has no label " + Labels.CANARY_OF);
        }
        return switch (release.goal()) {
            case DEPLOY -> deploy(seen);
            case ISOLATED -> canary(seen, Stage.ISOLATED);
            case PARTIAL -> canary(seen, Stage.PARTIAL);
            case RELEASE -> release(seen);
            case TRIAL -> trial(seen);
            case PROMOTE -> promote(seen);
            case ROLLBACK -> rollback(seen);
            case SCALE -> Ended.failed("how many instances " + release.service() + " is to have was not said");
        };
    }

    private static RouterView view(Release release, World world) {
        try {
            return world.router().look(release.service());
        } catch (RouterException notYetKnown) {
            return new RouterView(List.of());
        }
    }

    private static Phase deploy(Seen seen) {
        return seen.canary().isPresent()
                ? Ended.failed(seen.holder())
                : Deploying.begin(seen.release(), seen.liveAndWell(), seen.now());
    }

    private static Phase release(Seen seen) {
        if (seen.canary().isEmpty()
                && (seen.stable().isEmpty()
                        || seen.stableRelease().equals(seen.release().id()))) {
            return Deploying.begin(seen.release(), seen.liveAndWell(), seen.now());
        }
        return canary(seen, seen.partial() ? Stage.PARTIAL : Stage.ISOLATED);
    }

    /** What has traffic already is somebody's release, and not to be taken away after a look. */
    private static Phase trial(Seen seen) {
        return seen.canary().isPresent() && seen.partial() ? Ended.failed(seen.holder()) : canary(seen, Stage.ISOLATED);
    }

    private static Phase canary(Seen seen, Stage stage) {
        Release release = seen.release();
        if (seen.stable().isEmpty()) {
            return Ended.failed("there is no " + release.service() + " to set a canary beside; deploy it first");
        }
        if (seen.canary().isPresent()) {
            if (!seen.canaryRelease().equals(release.id())) {
                return Ended.failed(seen.holder());
            }
            if (seen.promoting()) {
                return release.goal() == Goal.RELEASE
                        ? Promoting.begin(release, seen.now())
                        : Ended.failed(release.service() + " is being promoted already");
            }
        } else if (seen.stableRelease().equals(release.id())) {
            return new Ended(Outcome.done("this version is live already"));
        }
        return Staging.begin(
                release, stage, seen.stable().orElseThrow(), seen.canary().isPresent(), seen.now());
    }

    private static Phase promote(Seen seen) {
        Release release = seen.release();
        if (seen.canary().isEmpty()) {
            boolean live = release.id().isPresent() && release.id().equals(seen.stableRelease());
            return live
                    ? new Ended(Outcome.done("this version is live already"))
                    : Ended.failed("there is no canary of " + release.service() + " to promote");
        }
        if (release.id().isPresent() && !release.id().equals(seen.canaryRelease())) {
            return Ended.failed("the canary is another version: " + seen.holder());
        }
        return Promoting.begin(release, seen.now());
    }

    private static Phase rollback(Seen seen) {
        Release release = seen.release();
        Outcome asked = Outcome.done("rolled back, as asked by " + release.by());
        if (seen.canary().isPresent()) {
            return TurningOff.begin(release, Exit.ofCanary(asked, seen.canaryRelease(), seen.promoting()), seen.now());
        }
        if (seen.stable().isEmpty()) {
            return Ended.failed("there is no " + release.service());
        }
        Optional<String> previous = seen.stable()
                .flatMap(app -> app.definition().label(Labels.PREVIOUS))
                .filter(version -> !version.equals(Labels.NO_PREVIOUS));
        return previous.isPresent()
                ? Restoring.begin(release, Exit.ofDeploy(asked, seen.stableRelease()), seen.now())
                : Ended.failed(release.service() + " has no earlier version that Cerebro knows of");
    }

    @Override
    public Phase giveUp(Release release, Reason reason, Instant now) {
        if (release.goal() == Goal.ROLLBACK) {
            String rest = "; traffic was turned off wherever it could be, give the command again for the rest";
            Outcome half = Outcome.failed(new Reason(reason.text() + rest, reason.log()));
            return TurningOff.begin(release, Exit.ofCanary(half, Optional.empty(), false), now);
        }
        return Beginning.super.giveUp(release, reason, now);
    }

    @Override
    public String says() {
        return "looking at what is there" + warning.map(lack -> "; " + lack).orElse("");
    }
}
