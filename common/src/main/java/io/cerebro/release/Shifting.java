package io.cerebro.release;

import io.cerebro.gate.Learned;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;

/**
 * Sets the stage's share and reads it back from every load balancer.
 *
 * @param learned to go on from
 */
record Shifting(Stage to, Instant until, String seen, Learned learned) implements Sharing {
    static Shifting begin(Release release, Stage to, Instant now) {
        return begin(release, to, Learned.nothing(release.settings().gate()), now);
    }

    static Shifting begin(Release release, Stage to, Learned learned, Instant now) {
        return new Shifting(to, now.plus(release.settings().router()), "", learned);
    }

    @Override
    public Phase next(Release release, World world) {
        Share share = to.share(release.settings());
        RouterView view = world.router().look(release.service());
        if (view.confirms(share)) {
            return Observing.begin(release, to, Judging.open(view, share, learned, release, world));
        }
        world.router().set(release.service(), share);
        return new Shifting(to, until, ", to be confirmed by " + view.lacking(share), learned);
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(200);
    }

    @Override
    public String stage() {
        return to.toString();
    }

    @Override
    public String says() {
        return "canary " + to + ": setting its share" + seen;
    }
}
