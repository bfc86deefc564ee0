package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Tally;
import java.time.Instant;
import java.util.Map;

/** The gate's own decision, look by look, without the words. */
public final class Gauge {
    private final GateSettings settings;
    private Window window;

    public Gauge(GateSettings settings) {
        this.settings = settings;
        this.window =
                new Window(Instant.EPOCH, Instant.EPOCH, Counts.NONE, Counts.NONE, Map.of(), Evidence.none(settings));
    }

    /** A second before the canary has its share: only how errors clump is kept of it. */
    public void before(Counts stable) {
        Evidence seen = window.evidence().look(Tally.of(stable), Tally.NONE);
        window = new Window(Instant.EPOCH, Instant.EPOCH, Counts.NONE, Counts.NONE, Map.of(), seen);
    }

    public Verdict.Kind look(Counts stable, Counts canary) {
        window = window.advanced(stable, canary);
        Reading reading = Reading.of(window, settings, 1);
        if (reading.fails(window, settings)) {
            return Verdict.Kind.FAIL;
        }
        return reading.passes(window, settings) ? Verdict.Kind.PASS : Verdict.Kind.NOT_ENOUGH_DATA;
    }
}
