package io.cerebro.release;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Finding;
import io.cerebro.gate.Hearing;
import io.cerebro.gate.Learned;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks all who have something to say of a canary, and judges it. */
final class Judging {
    private Judging() {}

    /** Those who ask for a canary by header ask for what they like: only a share of all requests takes as long as the others do. */
    static Hearing open(RouterView view, Share share, Learned learned, Release release, World world) {
        Optional<Duration> warmUp =
                Optional.of(release.settings().gate().latency().warmUp()).filter(any -> share.basisPoints() > 0);
        return Hearing.open(world.now(), Counters.of(view), learned, warmUp);
    }

    /** @param found by others already */
    static Hearing look(Hearing hearing, RouterView view, List<Finding> found, Release release, World world) {
        GateSettings gate = release.settings().gate();
        Contest contest = new Contest(release.service(), hearing.traffic().since());
        List<Finding> others = new ArrayList<>(found);
        others.addAll(world.checks().look(contest, gate.checks()));
        return hearing.look(world.now(), Counters.of(view), world.sources().look(contest), others, world.judge(), gate);
    }
}
