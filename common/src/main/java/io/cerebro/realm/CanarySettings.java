package io.cerebro.realm;

import java.util.Optional;

/**
 * The app beside the stable one.
 *
 * @param instances empty for as many as its share of the traffic needs
 */
public record CanarySettings(Optional<Integer> instances) {}
