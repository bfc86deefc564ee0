package io.cerebro.release;

import io.cerebro.traffic.Share;
import java.time.Duration;
import java.util.Locale;

/** The two stages of a canary. */
enum Stage {
    ISOLATED,
    PARTIAL;

    Share share(Settings settings) {
        return this == ISOLATED ? Share.ISOLATED : Share.percent(settings.percent());
    }

    Duration bake(Settings settings) {
        return this == ISOLATED ? settings.isolatedBake() : settings.partialBake();
    }

    boolean last(Goal goal) {
        return switch (goal) {
            case ISOLATED -> this == ISOLATED;
            case PARTIAL -> this == PARTIAL;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
