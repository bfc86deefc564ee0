package io.cerebro.release;

import io.cerebro.gate.Window;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.time.Instant;

/** Sets the stage's share and reads it back from every load balancer. */
record Shifting(Stage to, Instant until, String seen) implements Sharing {
    static Shifting begin(Release release, Stage to, Instant now) {
        return new Shifting(to, now.plus(release.settings().router()), "");
    }

    @Override
    public Phase next(Release release, World world) {
        Share share = to.share(release.settings());
        RouterView view = world.router().look(release.service());
        if (view.confirms(share)) {
            return Observing.begin(release, to, Window.open(world.now(), view));
        }
        world.router().set(release.service(), share);
        return new Shifting(to, until, ", to be confirmed by " + view.lacking(share));
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
