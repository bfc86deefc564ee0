package io.cerebro.report;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.release.Goal;
import io.cerebro.release.Release;
import java.time.Instant;
import java.util.Optional;

/**
 * Who released what where.
 *
 * @param realm its name
 * @param by a person's or a build's name
 * @param commit of the sources that it was built from, where whoever released it said so
 * @param sent the definition with its secrets hidden; empty where what was there was promoted or rolled back
 */
public record Subject(
        String realm,
        AppId service,
        Goal goal,
        String by,
        Instant startedAt,
        Optional<String> image,
        Optional<String> commit,
        Optional<AppDefinition> sent,
        Links links) {
    static Subject of(Release release, String realm, Links links) {
        return new Subject(
                realm,
                release.service(),
                release.goal(),
                release.by(),
                release.startedAt(),
                release.target().flatMap(AppDefinition::image),
                release.source().commit(),
                release.target().map(Redaction::redacted),
                links);
    }
}
