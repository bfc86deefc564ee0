package io.cerebro.gate;

import io.cerebro.marathon.AppId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A realm's sources, each asked at its own pace and on threads of their own: a look at a release takes what they have said last,
 * and never waits for one.
 */
public final class Sources implements AutoCloseable {
    /** A realm without any. */
    public static final Sources NONE = new Sources(List.of(), Clock.systemUTC(), Background.here());

    private final List<Source> sources;
    private final Clock clock;
    private final Background background;
    private final Kept<List<Inquiry>> stages = new Kept<>();

    public Sources(List<Source> sources, Clock clock, Background background) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.background = background;
    }

    /** What each has said last, by its name. Those whose time has come are asked again. */
    public Map<String, Heard> look(Contest contest) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Map<String, Heard> heard = new TreeMap<>();
        for (Inquiry inquiry : stages.of(contest, now, () -> inquiries(contest))) {
            if (inquiry.turn().take(now)) {
                background.run(() -> inquiry.ask(clock), inquiry.turn()::giveBack);
            }
            heard.put(inquiry.source().name(), inquiry.heard());
        }
        return heard;
    }

    /** What each says of a service's stable app now, in their order. It takes some seconds at the most. */
    public List<Preview> preview(AppId service) {
        return Preview.all(sources, service, clock.instant(), Preview.PATIENCE);
    }

    private List<Inquiry> inquiries(Contest contest) {
        return sources.stream().map(source -> new Inquiry(source, contest)).toList();
    }

    @Override
    public void close() {
        background.close();
        sources.forEach(Source::close);
    }
}
