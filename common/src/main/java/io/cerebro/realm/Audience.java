package io.cerebro.realm;

import java.util.Optional;

/**
 * Who is told what becomes of a realm's releases.
 *
 * @param webhook that gets a short message for people
 */
public record Audience(AuditSettings audit, Optional<NewRelicSettings> newRelic, Optional<Secret> webhook) {
    /** Nobody. */
    public static final Audience NOBODY = new Audience(AuditSettings.NONE, Optional.empty(), Optional.empty());

    /** With this audit. */
    public Audience and(AuditSettings other) {
        return new Audience(other, newRelic, webhook);
    }

    /** With this New Relic. */
    public Audience and(NewRelicSettings other) {
        return new Audience(audit, Optional.of(other), webhook);
    }

    /** With a webhook at this URL, which is all that it takes to write there. */
    public Audience andWebhook(Secret url) {
        return new Audience(audit, newRelic, Optional.of(url));
    }
}
