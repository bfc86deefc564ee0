package io.cerebro.release;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Finding;
import io.cerebro.gate.Hearing;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.RouterView;
import java.util.ArrayList;
import java.util.List;

/** Asks all who have something to say of a canary, and judges it. */
final class Judging {
    private Judging() {}

    /** @param found by others already */
    static Hearing look(Hearing hearing, RouterView view, List<Finding> found, Release release, World world) {
        GateSettings gate = release.settings().gate();
        Contest contest = new Contest(release.service(), hearing.traffic().since());
        List<Finding> others = new ArrayList<>(found);
        others.addAll(world.checks().look(contest, gate.checks()));
        return hearing.look(world.now(), Counters.of(view), world.sources().look(contest), others, world.judge(), gate);
    }
}
