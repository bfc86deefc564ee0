package io.cerebro.bamboo.specs;

import java.time.Duration;

/** Cerebro: Release. Canary isolated, canary partial and full, each gated. */
public final class CerebroRelease extends GatedTask<CerebroRelease> {
    public CerebroRelease() {
        super("release", "realm");
    }

    /** How long the canary is watched while only requests with the header reach it, such as {@code 5m}. */
    public CerebroRelease isolatedBake(String text) {
        return with("isolatedBake", text);
    }

    /** How long the canary is watched while only requests with the header reach it. */
    public CerebroRelease isolatedBake(Duration duration) {
        return with("isolatedBake", duration);
    }

    /** How long the canary is watched with its share of the traffic, such as {@code 5m}. */
    public CerebroRelease partialBake(String text) {
        return with("partialBake", text);
    }

    /** How long the canary is watched with its share of the traffic. */
    public CerebroRelease partialBake(Duration duration) {
        return with("partialBake", duration);
    }
}
