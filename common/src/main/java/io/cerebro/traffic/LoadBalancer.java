package io.cerebro.traffic;

import java.util.List;

/**
 * One load balancer's word on one service.
 *
 * @param name as the realm names it
 * @param epoch changes when its counters start again, at a reload or restart
 * @param stable servers of the service itself
 * @param canary servers of the canary, without the stable ones that stand by as backups
 * @param stableAnswers what the service's own servers have answered
 * @param canaryAnswers what the canary's have
 */
public record LoadBalancer(
        String name,
        String epoch,
        Share share,
        List<Server> stable,
        List<Server> canary,
        Tally stableAnswers,
        Tally canaryAnswers) {
    public LoadBalancer {
        stable = List.copyOf(stable);
        canary = List.copyOf(canary);
    }
}
