package io.cerebro.bamboo.specs;

import java.time.Duration;

/** Cerebro: Canary isolated. Sets the canary beside the stable version; only requests with the header reach it. */
public final class CerebroCanaryIsolated extends GatedTask<CerebroCanaryIsolated> {
    public CerebroCanaryIsolated() {
        super("canary.isolated", "realm");
    }

    /** How long the canary is watched at this stage at least, such as {@code 5m}. */
    public CerebroCanaryIsolated bake(String text) {
        return with("bake", text);
    }

    /** How long the canary is watched at this stage at least. */
    public CerebroCanaryIsolated bake(Duration duration) {
        return with("bake", duration);
    }
}
