package io.cerebro.realm;

/**
 * The most that a service may ask for.
 *
 * @param cpus of one instance
 * @param mem of one instance, in MB
 * @param instances of one service
 */
public record Limits(double cpus, double mem, int instances) {
    /** Whatever Marathon has. */
    public static final Limits NONE = new Limits(Double.MAX_VALUE, Double.MAX_VALUE, Integer.MAX_VALUE);
}
