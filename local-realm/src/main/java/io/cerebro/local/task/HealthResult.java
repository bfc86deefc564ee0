package io.cerebro.local.task;

import java.time.Instant;
import java.util.Optional;

/** The state of one health check of one task, as Marathon keeps it. */
public record HealthResult(
        String taskId,
        int check,
        boolean alive,
        int consecutiveFailures,
        Optional<Instant> firstSuccess,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        Optional<String> lastFailureCause) {}
