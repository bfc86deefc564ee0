package io.cerebro.realm;

import com.fasterxml.jackson.core.JsonPointer;
import io.cerebro.document.Section;
import io.cerebro.document.Value;
import io.cerebro.realm.JsonAccess.Pointers;
import io.cerebro.realm.NewRelicAccess.Events;
import io.cerebro.realm.PrometheusAccess.Queries;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads which monitoring systems the gate asks. */
final class SourceReader {
    private static final String PROMETHEUS = "prometheus";
    private static final String NEW_RELIC = "newRelic";
    private static final String JSON = "json";
    private static final String[] SERVER = {
        "name", "every", "url", "credentials", "username", "password", "token", "certificate", "ca"
    };

    private final AccessReader access;

    SourceReader(AccessReader access) {
        this.access = access;
    }

    List<SourceAccess> read(List<Value> items) {
        List<SourceAccess> sources = new ArrayList<>();
        for (Value value : items) {
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
        Section source = Section.of(value, PROMETHEUS, NEW_RELIC, JSON);
        if (source.keys().size() != 1) {
            throw value.place().errorOfKey("is one source, such as {prometheus: {...}}");
        }
        if (source.has(PROMETHEUS)) {
            return prometheus(source.section(PROMETHEUS, ofServer("instance", "requests", "errors", "latency")));
        }
        return source.has(NEW_RELIC)
                ? newRelic(source.section(
                        NEW_RELIC,
                        "name",
                        "every",
                        "url",
                        "key",
                        "credentials",
                        "account",
                        "from",
                        "where",
                        "errors",
                        "latency"))
                : json(source.section(JSON, ofServer("requests", "errors", "slower", "epoch")));
    }

    private static String[] ofServer(String... more) {
        return Stream.concat(Arrays.stream(SERVER), Arrays.stream(more)).toArray(String[]::new);
    }

    private PrometheusAccess prometheus(Section source) {
        HttpAccess server = access.http(
                source,
                source.made("url", RouterAccess::url)
                        .orElseThrow(() -> source.missing("url", "http://prometheus.example.com:9090")));
        Queries queries = new Queries(
                source.made("requests", PrometheusAccess::query)
                        .orElseThrow(() -> source.missing("requests", "'http_requests_total{app=\"${app}\"}'")),
                source.made("errors", PrometheusAccess::query)
                        .orElseThrow(
                                () -> source.missing("errors", "'http_requests_total{app=\"${app}\",code=~\"5..\"}'")),
                source.made("latency", PrometheusAccess::query));
        return source.checked(() -> new PrometheusAccess(
                source.text("name").orElse("Prometheus at " + server.url()),
                server,
                source.duration("every").orElse(SourceAccess.EVERY),
                source.text("instance").orElse(PrometheusAccess.INSTANCE),
                queries));
    }

    private NewRelicAccess newRelic(Section source) {
        int account =
                source.integer("account", 1, Integer.MAX_VALUE).orElseThrow(() -> source.missing("account", "1234567"));
        URI url = source.made("url", RouterAccess::url).orElse(NewRelicSettings.NERDGRAPH);
        Secret key = access.secret(source, "key", "{env: NEW_RELIC_KEY} or {file: /run/secrets/new-relic}");
        Template where = source.made("where", Template::new)
                .orElseThrow(() -> source.missing("where", "\"appName = 'orders' AND app = '${app}'\""));
        List<Double> bounds = source.list("latency").orElse(List.of()).stream()
                .map(bound -> Section.made(bound, () -> SourceAccess.bound(Section.text(bound))))
                .toList();
        Events events = source.checked(() -> new Events(
                source.text("from").orElse(Events.TRANSACTION),
                where,
                source.text("errors").orElse(Events.ERRORS),
                bounds));
        return source.checked(() -> new NewRelicAccess(
                source.text("name").orElse("New Relic at " + url.getHost()),
                url,
                account,
                key,
                source.duration("every").orElse(NewRelicAccess.EVERY),
                events));
    }

    private JsonAccess json(Section source) {
        JsonAccess.Url url = source.made("url", JsonAccess.Url::of)
                .orElseThrow(() -> source.missing("url", "http://stats.example.com/apps/${name}"));
        SortedMap<Double, JsonPointer> slower = new TreeMap<>();
        source.value("slower")
                .map(Section::any)
                .map(Section::values)
                .orElse(Map.of())
                .forEach((bound, pointer) -> slower.put(
                        Section.made(pointer, () -> SourceAccess.bound(bound)),
                        Section.made(pointer, () -> Pointers.pointer(Section.text(pointer)))));
        Pointers pointers = new Pointers(
                pointer(source, "requests"),
                pointer(source, "errors"),
                slower,
                source.made("epoch", Pointers::pointer));
        HttpAccess server = access.http(source, url.server());
        return source.checked(() -> new JsonAccess(
                source.text("name").orElse("JSON of " + url.server()),
                server,
                url.path(),
                source.duration("every").orElse(SourceAccess.EVERY),
                pointers));
    }

    private static JsonPointer pointer(Section source, String key) {
        return source.made(key, Pointers::pointer).orElseThrow(() -> source.missing(key, "/stats/" + key));
    }
}
