package io.cerebro.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    /** Nobody asks for a stage again that is over. */
    private static final Duration OVER = Duration.ofMinutes(10);

    private final List<Source> sources;
    private final Clock clock;
    private final Background background;
    private final Map<Contest, Listening> stages = new HashMap<>();

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
        for (Inquiry inquiry : listening(contest, now).inquiries()) {
            if (inquiry.due(now)) {
                background.run(() -> inquiry.ask(clock), inquiry::notAsked);
            }
            heard.put(inquiry.source().name(), inquiry.heard());
        }
        return heard;
    }

    private synchronized Listening listening(Contest contest, Instant now) {
        stages.values().removeIf(stage -> stage.lastLook().plus(OVER).isBefore(now));
        Listening last = stages.get(contest);
        Listening listening = new Listening(
                now,
                last == null
                        ? sources.stream()
                                .map(source -> new Inquiry(source, contest))
                                .toList()
                        : last.inquiries());
        stages.put(contest, listening);
        return listening;
    }

    private record Listening(Instant lastLook, List<Inquiry> inquiries) {}

    @Override
    public void close() {
        background.close();
        sources.forEach(Source::close);
    }
}
