package io.cerebro.realm;

import io.cerebro.document.Section;
import io.cerebro.document.Value;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which monitoring systems the gate asks. */
final class SourceReader {
    private static final String PROMETHEUS = "prometheus";

    private final AccessReader access;

    SourceReader(AccessReader access) {
        this.access = access;
    }

    List<SourceAccess> read(Section gate) {
        List<SourceAccess> sources = new ArrayList<>();
        for (Value value : gate.list("sources").orElse(List.of())) {
            SourceAccess source = source(value);
            if (sources.stream().anyMatch(other -> other.name().equals(source.name()))) {
                throw value.place()
                        .errorOfKey("is called '" + source.name() + "' like another one: give it a name of its own");
            }
            sources.add(source);
        }
        return sources;
    }

    private SourceAccess source(Value value) {
        Section source = Section.of(value, PROMETHEUS);
        if (source.keys().size() != 1) {
            throw value.place().errorOfKey("is one source, such as {prometheus: {...}}");
        }
        return prometheus(source.section(
                PROMETHEUS,
                "name",
                "url",
                "credentials",
                "username",
                "password",
                "token",
                "certificate",
                "ca",
                "every",
                "instance",
                "requests",
                "errors",
                "latency"));
    }

    private PrometheusAccess prometheus(Section source) {
        HttpAccess server = access.http(source, url(source, "http://prometheus.example.com:9090"));
        PrometheusAccess.Queries queries = new PrometheusAccess.Queries(
                query(source, "requests")
                        .orElseThrow(() -> source.missing("requests", "'http_requests_total{app=\"${app}\"}'")),
                query(source, "errors")
                        .orElseThrow(
                                () -> source.missing("errors", "'http_requests_total{app=\"${app}\",code=~\"5..\"}'")),
                query(source, "latency"));
        String name = source.text("name").orElse("Prometheus at " + server.url());
        return source.checked(() -> new PrometheusAccess(
                name, server, every(source), source.text("instance").orElse(PrometheusAccess.INSTANCE), queries));
    }

    private static Optional<Template> query(Section source, String key) {
        return source.made(key, PrometheusAccess::query);
    }

    private static URI url(Section source, String example) {
        return source.made("url", RouterAccess::url).orElseThrow(() -> source.missing("url", example));
    }

    private static Duration every(Section source) {
        return source.duration("every").orElse(SourceAccess.EVERY);
    }
}
