package io.cerebro.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is kept of each stage, as long as somebody looks at it. From any thread. */
final class Kept<T> {
    /** Nobody asks for a stage again that is over. */
    private static final Duration OVER = Duration.ofMinutes(10);

    private record Stage<T>(Instant lastLook, T value) {}

    private final Map<Contest, Stage<T>> stages = new HashMap<>();

    /** @param begun what there is at the first look */
    synchronized T of(Contest contest, Instant now, Supplier<T> begun) {
        stages.values().removeIf(stage -> stage.lastLook().plus(OVER).isBefore(now));
        Stage<T> last = stages.get(contest);
        T value = last == null ? begun.get() : last.value();
        stages.put(contest, new Stage<>(now, value));
        return value;
    }
}
