package io.cerebro.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked for: one version of one service, how far, and by whom.
 *
 * @param target the definition as the team wrote it, rendered for the realm; empty to promote or roll back what is there
 * @param by a person's or a build's name, for the next one who finds the service held
 * @param source says nothing of what the version is: the same one from another build is the same version
 */
public record Release(
        AppId service,
        Goal goal,
        Optional<AppDefinition> target,
        Settings settings,
        String by,
        Source source,
        Instant startedAt) {
    public Release {
        if (goal.needsDefinition() && target.isEmpty()) {
            throw new IllegalArgumentException("goal " + goal + " needs an app definition");
        }
        target.filter(definition -> !definition.id().equals(service)).ifPresent(definition -> {
            throw new IllegalArgumentException("the definition is of " + definition.id() + ", not of " + service);
        });
    }

    /** Of a definition. */
    public static Release of(AppDefinition target, Goal goal, Settings settings, String by, Instant now) {
        return new Release(target.id(), goal, Optional.of(target), settings, by, Source.UNKNOWN, now);
    }

    /** Of what the realm has: to promote the canary that is there, or to roll back. */
    public static Release of(AppId service, Goal goal, Settings settings, String by, Instant now) {
        return new Release(service, goal, Optional.empty(), settings, by, Source.UNKNOWN, now);
    }

    /** The same, of a version that is there already: to promote it if, and only if, it is the canary's. */
    public Release withTarget(AppDefinition definition) {
        return new Release(service, goal, Optional.of(definition), settings, by, source, startedAt);
    }

    public Release from(Source build) {
        return new Release(service, goal, target, settings, by, build, startedAt);
    }

    /** Names the version by what it is: the same definition has the same id, whoever releases it and whenever. */
    @JsonIgnore
    Optional<String> id() {
        return target.map(Labels::releaseId);
    }
}
