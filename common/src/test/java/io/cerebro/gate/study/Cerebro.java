package io.cerebro.gate.study;

import io.cerebro.gate.Gauge;
import io.cerebro.gate.Verdict;
import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;

/** The gate itself, at its defaults. */
final class Cerebro implements Rule {
    private final Gauge gauge = new Gauge(GateSettings.DEFAULT);

    /** Lets it see the stable app before the canary has its share, as the stages before do. */
    void before(Counts stable) {
        gauge.before(stable);
    }

    @Override
    public Verdict.Kind look(Counts stable, Counts canary) {
        return gauge.look(stable, canary);
    }
}
