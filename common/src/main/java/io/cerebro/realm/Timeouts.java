package io.cerebro.realm;

import java.time.Duration;

/**
 * How long Cerebro waits before it gives a release up.
 *
 * @param healthy for instances to be healthy
 * @param router for load balancers to follow
 */
public record Timeouts(Duration healthy, Duration router) {
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(30));
}
