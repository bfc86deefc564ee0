package io.cerebro.report;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.release.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes a definition's secrets out of what is told of the tasks that ran with them.
 *
 * @param secrets longest first, so that none is left over by another
 * @param environment these, and every value below {@code env} that is too long to be a word: for a task's own log
 */
record Redaction(List<String> secrets, List<String> environment) {
    private static final int SHORTEST_SECRET = 4;
    private static final int LONGER_THAN_A_WORD = 8;

    static Redaction of(Optional<AppDefinition> definition) {
        Secrets found = new Secrets();
        definition.ifPresent(given -> found.redacted(given.json()));
        List<String> secrets = longest(found.named(), SHORTEST_SECRET);
        List<String> environment = longest(found.all(), LONGER_THAN_A_WORD);
        return new Redaction(secrets, environment);
    }

    private static List<String> longest(List<String> values, int atLeast) {
        return values.stream()
                .filter(value -> value.length() >= atLeast)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The definition to show. */
    static AppDefinition redacted(AppDefinition definition) {
        return AppDefinition.of(new Secrets().redacted(definition.json()));
    }

    Lap over(Lap lap) {
        return new Lap(
                lap.stage(),
                lap.began(),
                lap.ended(),
                over(lap.saw()),
                lap.observed().map(this::over));
    }

    Observation over(Observation seen) {
        return seen.worded(this::over);
    }

    Outcome over(Outcome outcome) {
        List<String> log = outcome.log().stream()
                .map(line -> without(environment, over(line)))
                .toList();
        return new Outcome(outcome.kind(), over(outcome.because()), log);
    }

    String over(String text) {
        return SecretText.hide(without(secrets, text));
    }

    private static String without(List<String> values, String text) {
        String shown = text;
        for (String value : values) {
            shown = shown.replace(value, SecretText.HIDDEN);
        }
        return shown;
    }
}
