package io.cerebro.gate;

import io.cerebro.realm.GateSettings;
import io.cerebro.traffic.Latencies;
import java.time.Duration;

/** The gate's own decision on latency, look by look, at its defaults. */
public final class Stopwatch {
    private final GateSettings settings = GateSettings.DEFAULT;
    private Timing timing = Timing.none(settings.latency());
    private long looks;

    /** A second before the canary has its share: only how slow requests clump is kept of it. */
    public void before(Latencies stable) {
        timing = timing.look(stable, Latencies.NONE).next();
    }

    /** After another second. */
    public Verdict.Kind look(Latencies stable, Latencies canary) {
        looks++;
        timing = timing.look(stable, canary);
        if (!timing.seen()) {
            return Verdict.Kind.NOT_ENOUGH_DATA;
        }
        return LatencyJudge.judge("study", timing, Duration.ofSeconds(looks), settings, 1)
                .verdict()
                .kind();
    }
}
