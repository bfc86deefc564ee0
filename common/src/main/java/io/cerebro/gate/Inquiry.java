package io.cerebro.gate;

import io.cerebro.http.Unreachable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** One source, asked about one stage again and again, and what it has said last. */
final class Inquiry {
    /** A source that is away for a moment is none that is silent. */
    private static final int TRIES = 3;

    private final Source source;
    private final Contest contest;
    private final Turn turn = new Turn(Instant.MIN);
    private Heard heard = Heard.NOTHING;
    private Instant answered;
    private int failures;

    Inquiry(Source source, Contest contest) {
        this.source = source;
        this.contest = contest;
        this.answered = contest.since();
    }

    Source source() {
        return source;
    }

    synchronized Heard heard() {
        return heard;
    }

    Turn turn() {
        return turn;
    }

    void ask(Clock clock) {
        try {
            said(source.look(contest), clock.instant());
        } catch (Unreachable | SourceException e) {
            failed(String.valueOf(e.getMessage()), clock.instant());
        } catch (RuntimeException defect) {
            failed("a defect of Cerebro's, please report it: " + defect, clock.instant());
        }
    }

    private synchronized void said(Map<String, Counters> counters, Instant now) {
        heard = new Heard(now, counters, Optional.empty());
        answered = now;
        failures = 0;
        turn.giveBack(now.plus(source.every()));
    }

    private synchronized void failed(String cause, Instant now) {
        failures++;
        if (failures >= TRIES) {
            heard = new Heard(
                    heard.at(),
                    heard.counters(),
                    Optional.of(cause + " (" + failures + " times in a row, since "
                            + answered.truncatedTo(ChronoUnit.SECONDS) + ")"));
        }
        turn.giveBack(now.plus(source.every()));
    }
}
