package io.cerebro.gate.source;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Tally;
import java.util.List;

/** One of the two that are compared: the stable app, or its canary. */
enum Track {
    STABLE("stable"),
    CANARY("canary");

    static final List<Track> BOTH = List.of(values());

    private final String word;

    Track(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    AppId app(Contest contest) {
        return this == STABLE ? contest.stable() : contest.canary();
    }

    /** What stands for a template's variable. */
    String value(Contest contest, String variable) {
        return switch (variable) {
            case "app" -> app(contest).path();
            case "name" -> app(contest).name();
            case "service" -> contest.service().path().substring(1);
            default -> word;
        };
    }

    /** A series of this one alone, which falls only when it starts again. */
    Counters counters(Tally tally) {
        return counters("", tally);
    }

    /** A series of this one alone. */
    Counters counters(String epoch, Tally tally) {
        return this == STABLE ? new Counters(epoch, tally, Tally.NONE) : new Counters(epoch, Tally.NONE, tally);
    }
}
