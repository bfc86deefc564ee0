package io.cerebro.realm;

import io.cerebro.document.Section;
import io.cerebro.realm.AuditSettings.Facility;
import io.cerebro.realm.AuditSettings.Syslog;
import io.cerebro.realm.AuditSettings.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Reads who is told of a realm's releases. */
final class AudienceReader {
    private final Path directory;
    private final AccessReader access;

    /** @param directory that relative paths are relative to */
    AudienceReader(Path directory, AccessReader access) {
        this.directory = directory;
        this.access = access;
    }

    Audience read(Section realm) {
        return new Audience(
                audit(realm.section("audit", "file", "syslog")),
                realm.has("newRelic") ? Optional.of(newRelic(realm)) : Optional.empty(),
                realm.has("webhook") ? Optional.of(webhook(realm)) : Optional.empty());
    }

    private Secret webhook(Section realm) {
        return access.secret(
                realm.section("webhook", "url", "credentials"),
                "url",
                "{env: WEBHOOK} or {file: /run/secrets/webhook}");
    }

    private NewRelicSettings newRelic(Section realm) {
        Section newRelic = realm.section("newRelic", "url", "key", "credentials", "application");
        Secret key = access.secret(newRelic, "key", "{env: NEW_RELIC_KEY} or {file: /run/secrets/new-relic}");
        return newRelic.checked(() -> new NewRelicSettings(
                newRelic.made("url", URI::create).orElse(NewRelicSettings.NERDGRAPH),
                key,
                newRelic.text("application").orElse(NewRelicSettings.APPLICATION)));
    }

    private AuditSettings audit(Section audit) {
        return new AuditSettings(
                audit.made("file", directory::resolve),
                audit.has("syslog") ? Optional.of(syslog(audit)) : Optional.empty());
    }

    private Syslog syslog(Section audit) {
        Section syslog = audit.section("syslog", "host", "port", "transport", "facility", "ca");
        String host = syslog.text("host").orElseThrow(() -> syslog.missing("host", "syslog.example.com"));
        Transport transport = syslog.choice("transport", Transport.class).orElse(Transport.UDP);
        return syslog.checked(() -> new Syslog(
                host,
                syslog.integer("port", 1, 65_535).orElse(transport.port()),
                transport,
                syslog.choice("facility", Facility.class).orElse(Facility.LOCAL0),
                syslog.made("ca", directory::resolve)));
    }
}
