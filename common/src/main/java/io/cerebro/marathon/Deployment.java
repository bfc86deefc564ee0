package io.cerebro.marathon;

import java.time.Instant;
import java.util.List;

/** A deployment that is open. Marathon removes it when it has finished, failed or been cancelled. */
public record Deployment(String id, Instant version, List<AppId> affectedApps, int currentStep, int totalSteps) {
    public Deployment {
        affectedApps = List.copyOf(affectedApps);
    }
}
