package io.cerebro.bamboo.task;

import io.cerebro.document.Nearest;
import io.cerebro.job.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why a configuration cannot be.
 *
 * @param key of the field; where no field has it, what was given instead
 * @param message names the field and the mend
 */
public record Problem(String key, String message) {
    /** What is wrong with a task's configuration, in the order of its form; then keys that are a field's misspelt. */
    static List<Problem> of(TaskKind kind, Map<String, String> configuration) {
        List<Problem> problems = ofFields(kind, configuration);
        unknown(kind, configuration).stream()
                .filter(problem -> problem.message().endsWith("?"))
                .forEach(problems::add);
        return problems;
    }

    /** The same, with every key that no field has. */
    static List<Problem> strictlyOf(TaskKind kind, Map<String, String> configuration) {
        List<Problem> problems = ofFields(kind, configuration);
        problems.addAll(unknown(kind, configuration));
        return problems;
    }

    private static List<Problem> ofFields(TaskKind kind, Map<String, String> configuration) {
        List<Problem> problems = new ArrayList<>();
        for (Field field : kind.fields()) {
            try {
                field.check(TaskSettings.text(configuration, field));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(field.key(), String.valueOf(e.getMessage())));
            }
        }
        if (given(configuration, Field.FILE) && given(configuration, Field.DEFINITION)) {
            problems.add(new Problem(
                    Field.DEFINITION.key(),
                    "definition is given, and file, too: leave file blank, or read the definition from it"));
        }
        if (kind == TaskKind.JOB && problems.isEmpty()) {
            ofJob(configuration).ifPresent(problems::add);
        }
        return problems;
    }

    /** What does not fit together; with a variable in it that is known when the task runs. */
    private static Optional<Problem> ofJob(Map<String, String> configuration) {
        TaskSettings settings = TaskSettings.unchecked(TaskKind.JOB, configuration);
        try {
            JobRequest unused = settings.job();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            return Optional.of(new Problem(message.substring(0, message.indexOf(' ')), message))
                    .filter(problem ->
                            settings.given().values().stream().noneMatch(text -> text.contains(Field.VARIABLE)));
        }
    }

    private static List<Problem> unknown(TaskKind kind, Map<String, String> configuration) {
        List<String> keys = kind.keys();
        return new TreeMap<>(configuration)
                .keySet().stream()
                        .filter(key -> !keys.contains(key))
                        .map(key -> new Problem(
                                key, kind.title() + " has no field '" + key + "'" + Nearest.hint(key, keys)))
                        .toList();
    }

    private static boolean given(Map<String, String> configuration, Field field) {
        return !TaskSettings.text(configuration, field).isBlank();
    }
}
