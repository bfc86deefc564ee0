package io.cerebro.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been counted on canary and stable since a moment, all load balancers added up. Immutable; survives as JSON.
 *
 * <p>A load balancer's counters start again at a reload: its epoch changes, or a counter falls. What it counts from then on is
 * added; what it counted between the last look and the reload is lost, and so never judged.
 *
 * @param marks each load balancer's counters at the last look
 * @param evidence what the looks have shown one by one
 */
public record Window(
        Instant since, Instant lastLook, Counts stable, Counts canary, Map<String, Mark> marks, Evidence evidence) {
    /** One load balancer's counters at the last look. */
    public record Mark(String epoch, Counts stable, Counts canary) {}

    public Window {
        marks = Map.copyOf(marks);
    }

    /**
     * Starts to count at this look.
     *
     * @param evidence to go on from
     */
    public static Window open(Instant now, RouterView view, Evidence evidence) {
        Map<String, Mark> marks = new TreeMap<>();
        view.loadBalancers().forEach(balancer -> marks.put(balancer.name(), mark(balancer)));
        return new Window(now, now, Counts.NONE, Counts.NONE, marks, evidence);
    }

    /** Adds what has happened since the last look. */
    public Window advance(Instant now, RouterView view) {
        Counts stableSum = stable;
        Counts canarySum = canary;
        Map<String, Mark> next = new TreeMap<>();
        for (LoadBalancer balancer : view.loadBalancers()) {
            Mark mark = mark(balancer);
            Mark before = before(mark, balancer.name());
            stableSum = stableSum.plus(mark.stable().minus(before.stable()));
            canarySum = canarySum.plus(mark.canary().minus(before.canary()));
            next.put(balancer.name(), mark);
        }
        return new Window(
                since,
                now,
                stableSum,
                canarySum,
                next,
                evidence.look(stableSum.minus(stable), canarySum.minus(canary)));
    }

    /** A second later, when each has answered so much. */
    Window advanced(Counts ofStable, Counts ofCanary) {
        return new Window(
                since,
                lastLook.plusSeconds(1),
                stable.plus(ofStable),
                canary.plus(ofCanary),
                marks,
                evidence.look(ofStable, ofCanary));
    }

    private Mark before(Mark mark, String balancer) {
        Mark last = marks.get(balancer);
        if (last == null
                || !last.epoch().equals(mark.epoch())
                || !mark.stable().follows(last.stable())
                || !mark.canary().follows(last.canary())) {
            return new Mark(mark.epoch(), Counts.NONE, Counts.NONE);
        }
        return last;
    }

    /** Whether this load balancer's counters have run on since the last look. */
    public boolean sameEpoch(LoadBalancer balancer) {
        Mark last = marks.get(balancer.name());
        return last != null && last.epoch().equals(balancer.epoch());
    }

    private static Mark mark(LoadBalancer balancer) {
        return new Mark(balancer.epoch(), balancer.stableCounts(), balancer.canaryCounts());
    }

    @JsonIgnore
    public Duration length() {
        return Duration.between(since, lastLook);
    }
}
