package io.cerebro.release;

import io.cerebro.gate.Preview;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.GateSettings.NotEnoughData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the gate's sources say before there is a canary.
 *
 * @param sources in the realm's order; empty where there are none, or no canary is to be judged
 * @param otherwise what the release does where one of them gives the gate nothing; empty where nothing depends on it
 */
public record Outlook(List<Preview> sources, Optional<NotEnoughData> otherwise) {
    public Outlook {
        sources = List.copyOf(sources);
    }

    /** For people; none where there are no sources. */
    List<String> lines(AppId service) {
        List<String> lines = new ArrayList<>();
        if (!sources.isEmpty()) {
            lines.add("what the gate's sources say of " + service + ":");
        }
        sources.forEach(source -> lines.add("  " + (source.useful() ? "" : "warning: ") + source));
        if (sources.stream().anyMatch(source -> !source.useful())) {
            otherwise
                    .map(Outlook::words)
                    .ifPresent(does -> lines.add(
                            "  if that stays so, the verdict will be NOT ENOUGH DATA, and the release " + does));
        }
        return lines;
    }

    private static String words(NotEnoughData otherwise) {
        return switch (otherwise) {
            case HOLD -> "holds its canary for a person";
            case PROMOTE -> "goes on all the same";
            case ROLLBACK -> "is rolled back";
        };
    }
}
