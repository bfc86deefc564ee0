package io.cerebro.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been counted on canary and stable since a moment, all series of one source, such as its load balancers, added up. Immutable; survives as JSON.
 *
 * <p>A series may start again, as a load balancer's do at a reload: their epoch changes, or one falls. What they count
 * from then on is added; what they counted between the last look and the reload is lost, and so never judged. A series that is
 * missing at a look is gone on with at the next; one that is new counts from then on.
 *
 * @param marks each series's counters when it was last seen
 * @param evidence what the looks have shown one by one
 */
public record Window(
        Instant since, Instant lastLook, Counts stable, Counts canary, Map<String, Counters> marks, Evidence evidence) {
    public Window {
        marks = Map.copyOf(marks);
    }

    /**
     * Starts to count at this look.
     *
     * @param counters by the name of their series
     * @param evidence to go on from
     */
    public static Window open(Instant now, Map<String, Counters> counters, Evidence evidence) {
        return new Window(now, now, Counts.NONE, Counts.NONE, counters, evidence);
    }

    /**
     * Adds what has happened since the last look.
     *
     * @param counters by the name of their series
     * @param timedFrom what was answered before then, or at any time where it is empty, is not compared for how long it took
     */
    public Window advance(Instant now, Map<String, Counters> counters, Optional<Instant> timedFrom) {
        return advance(now, counters, timedFrom, false);
    }

    /** The same from a source that counts by batches: where it has counted nothing since, it has not looked. */
    Window hear(Instant at, Map<String, Counters> counters, Optional<Instant> timedFrom) {
        return at.isAfter(lastLook) ? advance(at, counters, timedFrom, true) : this;
    }

    private Window advance(Instant now, Map<String, Counters> counters, Optional<Instant> timedFrom, boolean batches) {
        Tally ofStable = Tally.NONE;
        Tally ofCanary = Tally.NONE;
        Map<String, Counters> next = new HashMap<>(marks);
        for (Map.Entry<String, Counters> series : counters.entrySet()) {
            Counters before = marks.get(series.getKey());
            Counters grown = series.getValue().since(before == null ? series.getValue() : before);
            ofStable = ofStable.plus(grown.stable());
            ofCanary = ofCanary.plus(grown.canary());
            next.put(series.getKey(), series.getValue());
        }
        boolean looked =
                !batches || ofStable.counts().requests() + ofCanary.counts().requests() > 0;
        boolean timed = timedFrom.filter(from -> !lastLook.isBefore(from)).isPresent();
        return new Window(
                since,
                now,
                stable.plus(ofStable.counts()),
                canary.plus(ofCanary.counts()),
                next,
                looked
                        ? evidence.look(timed ? ofStable : ofStable.untimed(), timed ? ofCanary : ofCanary.untimed())
                        : evidence);
    }

    /** A second later, when each has answered so much. */
    Window advanced(Counts ofStable, Counts ofCanary) {
        return new Window(
                since,
                lastLook.plusSeconds(1),
                stable.plus(ofStable),
                canary.plus(ofCanary),
                marks,
                evidence.look(Tally.of(ofStable), Tally.of(ofCanary)));
    }

    /** Whether how long requests take is in what was seen. */
    boolean times() {
        return marks.values().stream()
                .anyMatch(series -> series.stable().timed() || series.canary().timed());
    }

    /** Whether this load balancer's counters have run on since the last look. */
    public boolean sameEpoch(LoadBalancer balancer) {
        Counters last = marks.get(balancer.name());
        return last != null && last.epoch().equals(balancer.epoch());
    }

    @JsonIgnore
    public Duration length() {
        return Duration.between(since, lastLook);
    }
}
