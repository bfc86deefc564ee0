package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.marathon.AppId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long an app's next launch waits after its tasks have failed: it grows with every failed task of one configuration. */
final class Backoff {
    private final Clock clock;
    private final Map<Configuration, Delay> delays = new HashMap<>();

    Backoff(Clock clock) {
        this.clock = clock;
    }

    private record Configuration(AppId app, Instant configuredAt) {
        static Configuration of(Spec spec) {
            return new Configuration(spec.id(), spec.configuredAt());
        }
    }

    private record Delay(Instant since, Duration length) {
        Instant until() {
            return since.plus(length);
        }
    }

    void failed(Spec spec) {
        Duration max = seconds(spec.json().path("maxLaunchDelaySeconds"));
        Optional<Delay> before = current(spec);
        Duration next = before.map(delay ->
                        scaled(delay.length(), spec.json().path("backoffFactor").asDouble(1)))
                .orElseGet(() -> seconds(spec.json().path("backoffSeconds")));
        delays.put(Configuration.of(spec), new Delay(clock.instant(), next.compareTo(max) < 0 ? next : max));
    }

    /** A task got further: the same delay counts from now, should it fail. */
    void advanced(Spec spec) {
        current(spec)
                .ifPresent(delay -> delays.put(Configuration.of(spec), new Delay(clock.instant(), delay.length())));
    }

    boolean reset(Spec spec) {
        return delays.remove(Configuration.of(spec)) != null;
    }

    void clear() {
        delays.clear();
    }

    /** When the next launch is due; empty when nothing has failed of late. */
    Optional<Instant> until(Spec spec) {
        return current(spec).map(Delay::until);
    }

    /** Once the longest possible delay has passed after the end of a delay, with no failure, it is forgotten. */
    private Optional<Delay> current(Spec spec) {
        Configuration key = Configuration.of(spec);
        Duration max = seconds(spec.json().path("maxLaunchDelaySeconds"));
        Optional<Delay> delay = Optional.ofNullable(delays.get(key));
        if (delay.isPresent() && clock.instant().isAfter(delay.get().until().plus(max))) {
            delays.remove(key);
            return Optional.empty();
        }
        return delay;
    }

    private static Duration seconds(JsonNode node) {
        return Duration.ofMillis((long) (node.asDouble() * 1000));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
