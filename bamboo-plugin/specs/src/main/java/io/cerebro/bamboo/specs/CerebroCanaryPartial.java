package io.cerebro.bamboo.specs;

import java.time.Duration;

/** Cerebro: Canary partial. Gives the canary its share of the traffic. */
public final class CerebroCanaryPartial extends GatedTask<CerebroCanaryPartial> {
    public CerebroCanaryPartial() {
        super("canary.partial", "realm");
    }

    /** How long the canary is watched at this stage at least, such as {@code 5m}. */
    public CerebroCanaryPartial bake(String text) {
        return with("bake", text);
    }

    /** How long the canary is watched at this stage at least. */
    public CerebroCanaryPartial bake(Duration duration) {
        return with("bake", duration);
    }
}
