package io.cerebro.realm;

import java.time.Duration;

/**
 * How a canary walks to full production.
 *
 * @param drain how long requests under way may take to end when a canary leaves
 */
public record Stages(Isolated isolated, Partial partial, Duration drain) {
    public static final Stages DEFAULT = new Stages(
            new Isolated(Duration.ofSeconds(10)),
            new Partial(10, Duration.ofMinutes(1), Duration.ofHours(1)),
            Duration.ofSeconds(30));

    /**
     * Only requests that ask for it reach the canary.
     *
     * @param bake how long the canary must stand
     */
    public record Isolated(Duration bake) {}

    /**
     * A share of the traffic reaches the canary.
     *
     * @param percent of the traffic
     * @param bake how long it is watched at least
     * @param hold how long it may wait for a judgement at most
     */
    public record Partial(double percent, Duration bake, Duration hold) {
        public Partial {
            if (hold.compareTo(bake) < 0) {
                throw new IllegalArgumentException(
                        "the partial stage is held at least as long as it bakes, but hold is " + hold.toSeconds()
                                + " s and bake is " + bake.toSeconds() + " s");
            }
        }
    }
}
