package io.cerebro.local.task;

import java.util.Optional;

/** What a readiness check of one task last answered. */
public record ReadinessResult(String taskId, String name, boolean ready, Optional<Answer> lastResponse) {
    /** The HTTP answer, if there was one. */
    public record Answer(int status, String contentType, String body) {}
}
