package io.cerebro.traffic.haproxy;

import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Share;
import java.util.Optional;

/** In what the configuration that a daemon renders differs from our templates. */
public interface Rendering {
    /** As our templates have it. */
    Rendering OURS = new Rendering() {};

    /** The statistics with the names that our templates give to the service's backends. */
    default Stats read(Stats stats, AppId service) {
        return stats;
    }

    /** The share where no backend tells one. */
    default Optional<Share> untold() {
        return Optional.empty();
    }
}
