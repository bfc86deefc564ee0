package io.cerebro.bamboo.specs;

import java.time.Duration;

/** Cerebro: Plan. Says what would be sent and restarted, and changes nothing. */
public final class CerebroPlan extends GatedTask<CerebroPlan> {
    public CerebroPlan() {
        super("plan", "realm");
    }

    /** How long the canary is watched while only requests with the header reach it, such as {@code 5m}. */
    public CerebroPlan isolatedBake(String text) {
        return with("isolatedBake", text);
    }

    /** How long the canary is watched while only requests with the header reach it. */
    public CerebroPlan isolatedBake(Duration duration) {
        return with("isolatedBake", duration);
    }

    /** How long the canary is watched with its share of the traffic, such as {@code 5m}. */
    public CerebroPlan partialBake(String text) {
        return with("partialBake", text);
    }

    /** How long the canary is watched with its share of the traffic. */
    public CerebroPlan partialBake(Duration duration) {
        return with("partialBake", duration);
    }

    /** What is planned: {@code release}, the default, or {@code deploy}. */
    public CerebroPlan goal(String choice) {
        return with("goal", choice);
    }
}
