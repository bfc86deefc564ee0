package io.jenkins.plugins.cerebro.release;

import hudson.EnvVars;
import hudson.security.Permission;
import io.cerebro.document.Lines;
import io.cerebro.release.Goal;
import io.cerebro.release.Overrides;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a step asks for: texts by field name, the environment's variables filled in. Survives a restart of Jenkins, and so is no
 * record, which Jenkins's serialization cannot read back.
 */
public final class Request implements Serializable {
    private static final long serialVersionUID = 1;

    private final String goal;
    private final TreeMap<String, String> fields = new TreeMap<>();

    private Request(Goal goal) {
        this.goal = goal.name();
    }

    /**
     * Of a step's fields; blank ones count as not given.
     *
     * @param environment fills in {@code $NAME} and {@code ${NAME}}, but in a definition's text, whose variables are its own
     */
    public static Request of(Goal goal, Map<String, String> given, EnvVars environment) {
        Request request = new Request(goal);
        given.forEach((name, text) -> {
            if (!text.isBlank()) {
                request.fields.put(name, name.equals("definition") ? text : environment.expand(text));
            }
        });
        String commit = environment.getOrDefault("GIT_COMMIT", "");
        if (!commit.isBlank()) {
            request.fields.putIfAbsent("commit", commit);
        }
        return request;
    }

    Goal goal() {
        return Goal.valueOf(goal);
    }

    /** What whoever asks for it must have. */
    Permission permission() {
        return goal() == Goal.SCALE ? CerebroPermissions.SCALE : CerebroPermissions.DEPLOY;
    }

    boolean isCanary() {
        return goal() == Goal.ISOLATED || goal() == Goal.PARTIAL;
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /**
     * A field that must be there.
     *
     * @throws IllegalArgumentException if it is not, with what to give
     */
    String required(String field, String such) {
        return text(field)
                .orElseThrow(() ->
                        new IllegalArgumentException("give " + field + ", such as " + field + ": '" + such + "'"));
    }

    Overrides overrides() {
        Map<String, String> given = new TreeMap<>(fields);
        given.keySet().retainAll(Overrides.NAMES);
        return new Overrides(given);
    }

    /** One {@code NAME=VALUE} a line. */
    Map<String, String> variables() {
        return Lines.pairs("variables", text("variables").orElse(""));
    }
}
