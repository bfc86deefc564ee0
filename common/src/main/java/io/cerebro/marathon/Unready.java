package io.cerebro.marathon;

import java.util.Optional;

/**
 * A task that a readiness check of a running deployment has not found ready ({@code readinessCheckResults}).
 *
 * @param check the name of the readiness check
 * @param lastResponse what the task answered last, such as {@code 503 (warming up)}, where the definition keeps it
 */
public record Unready(String taskId, String check, Optional<String> lastResponse) {}
