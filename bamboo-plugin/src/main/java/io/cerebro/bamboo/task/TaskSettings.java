package io.cerebro.bamboo.task;

import io.cerebro.document.Lines;
import io.cerebro.job.JobRequest;
import io.cerebro.release.Goal;
import io.cerebro.release.Overrides;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a task was given. This alone knows a configuration's keys; form, Specs, YAML and the running task all read by it.
 *
 * @param given texts by key, without blank ones
 */
public record TaskSettings(TaskKind kind, Map<String, String> given) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{bamboo\\.([^}]*)}");

    public TaskSettings {
        given = Map.copyOf(given);
    }

    /**
     * Reads a task's configuration. A text that holds a Bamboo variable is taken as it is; see {@link #resolved()}. A key that
     * no field has is refused only where a field's may have been meant: it may be Bamboo's own.
     *
     * @throws IllegalArgumentException that names the first wrong field and the mend
     */
    public static TaskSettings read(TaskKind kind, Map<String, String> configuration) {
        List<Problem> problems = Problem.of(kind, configuration);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).message());
        }
        return unchecked(kind, configuration);
    }

    static TaskSettings unchecked(TaskKind kind, Map<String, String> configuration) {
        Map<String, String> given = new TreeMap<>();
        kind.fields().forEach(field -> {
            String text = text(configuration, field);
            if (!text.isBlank()) {
                given.put(field.key(), field.equals(Field.DEFINITION) ? text : text.strip());
            }
        });
        return new TaskSettings(kind, given);
    }

    /**
     * These settings, once Bamboo has filled in its variables.
     *
     * @throws IllegalArgumentException if a variable is left, because nobody has set it
     */
    public TaskSettings resolved() {
        for (Field field : kind.fields()) {
            Matcher variable = VARIABLE.matcher(text(field).orElse(""));
            if (variable.find()) {
                throw new IllegalArgumentException(field.key() + " needs the variable " + variable.group(1)
                        + ", and there is none: set it in the plan, the environment or an earlier task");
            }
        }
        return this;
    }

    /** What a configuration has for a field, else nothing. */
    static String text(Map<String, String> configuration, Field field) {
        return Objects.requireNonNullElse(configuration.get(field.key()), "");
    }

    /** Empty where nothing is given. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(given.get(field.key()));
    }

    /** What is given, else the default, which may be blank. */
    public String textOrDefault(Field field) {
        return text(field).orElse(field.byDefault());
    }

    /**
     * A field that must be there.
     *
     * @throws IllegalArgumentException if it is not, with what to give
     */
    public String required(Field field) {
        return text(field).orElseThrow(() -> {
            field.check("");
            return new IllegalArgumentException("give " + field.key());
        });
    }

    public boolean flag(Field field) {
        return text(field).filter(Boolean::parseBoolean).isPresent();
    }

    /** The lines that are not blank. */
    public List<String> lines(Field field) {
        return Lines.of(text(field).orElse(""));
    }

    /** One {@code NAME=VALUE} a line. */
    public Map<String, String> pairs(Field field) {
        return Lines.pairs(field.key(), text(field).orElse(""));
    }

    /** For {@code ${NAME}} in the definition. */
    public Map<String, String> variables() {
        return pairs(Field.VARIABLES);
    }

    /**
     * What is asked for of a job.
     *
     * @throws IllegalArgumentException that begins with the name of a field that does not fit the others, and says the mend
     */
    public JobRequest job() {
        return JobRequest.of(key -> kind.field(key).flatMap(this::text));
    }

    /** Whether a build that was stopped already is to do it all the same: it takes away what that has left. */
    public boolean tidies() {
        return kind == TaskKind.ROLLBACK || (kind == TaskKind.JOB && job().action() == JobRequest.Action.DELETE);
    }

    /** What is changed of the realm's defaults. */
    public Overrides overrides() {
        Map<String, String> changed = new TreeMap<>();
        kind.fields()
                .forEach(field ->
                        field.override().ifPresent(name -> text(field).ifPresent(text -> changed.put(name, text))));
        return new Overrides(changed);
    }

    /**
     * How far the task goes; for a plan, what is planned.
     *
     * @throws IllegalStateException for a build or a job, which release nothing
     */
    public Goal goal() {
        return switch (kind) {
            case PLAN -> textOrDefault(Field.GOAL).equals("deploy") ? Goal.DEPLOY : Goal.RELEASE;
            case RELEASE -> textOrDefault(Field.UNTIL).equals("isolated") ? Goal.TRIAL : Goal.RELEASE;
            default -> kind.goal().orElseThrow(() -> new IllegalStateException(kind.title() + " releases nothing"));
        };
    }
}
