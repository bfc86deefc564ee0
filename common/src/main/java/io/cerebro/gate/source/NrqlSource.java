package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.realm.NewRelicAccess;
import io.cerebro.traffic.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events of New Relic, counted from the stage's beginning until a little while ago.
 *
 * <p>Events carry the moment at which they happened, but arrive up to a minute later, and those of each instance at another time.
 * So the last moments are left out: what has happened until then is known of both apps. What arrives later still is counted
 * when it is there. Totals only grow, therefore; an answer with less than was known before, such as one of which a part is missing, is
 * passed over.
 */
final class NrqlSource implements Source {
    /** How long to wait for events: an agent sends them at least every minute. */
    static final Duration LATE = Duration.ofSeconds(75);

    private static final int REMEMBERED = 100;

    private final NewRelicAccess access;
    private final NerdGraph nerdGraph;
    private final Clock clock;
    private final Map<Contest, Map<Track, Tally>> known = new LinkedHashMap<>();

    /** @throws io.cerebro.realm.RealmsException if the key is missing */
    NrqlSource(NewRelicAccess access, Clock clock) {
        this.access = access;
        this.nerdGraph = new NerdGraph(access);
        this.clock = clock;
    }

    @Override
    public String name() {
        return access.name();
    }

    @Override
    public Duration every() {
        return access.every();
    }

    @Override
    public Map<String, Counters> look(Contest contest) {
        Instant until = clock.instant().minus(LATE);
        Map<Track, Tally> now = until.isAfter(contest.since())
                ? latest(contest, nerdGraph.count(new Nrql(access.events(), contest, until)))
                : Map.of(Track.STABLE, Tally.NONE, Track.CANARY, Tally.NONE);
        Map<String, Counters> series = new LinkedHashMap<>();
        now.forEach((track, tally) ->
                series.put(track.word(), track.counters(contest.since().toString(), tally)));
        return series;
    }

    private synchronized Map<Track, Tally> latest(Contest contest, Map<Track, Tally> counted) {
        Map<Track, Tally> before = known.getOrDefault(contest, Map.of());
        boolean less = before.entrySet().stream()
                .anyMatch(track ->
                        !counted.getOrDefault(track.getKey(), Tally.NONE).follows(track.getValue()));
        if (less) {
            return before;
        }
        known.remove(contest);
        known.put(contest, counted);
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        return counted;
    }
}
