package io.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReaderTest {
    private static final String QUERIES = "requests: 'r{app=\"${app}\"}', errors: 'e{app=\"${app}\"}'";

    private static List<SourceAccess> read(String sources) {
        return Realms.read(
                        "realms.yaml",
                        "realms:\n  qa:\n    local: {}\n    gate:\n      sources:\n" + sources.indent(8),
                        new Realms.Surroundings(
                                Path.of("/conf"), name -> Path.of("/state").resolve(name), Keyring.none()))
                .get("qa")
                .sources();
    }

    @Test
    void needsNone() {
        assertThat(read("")).isEmpty();
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void readsAPrometheus() {
        assertThat(read("""
                - prometheus:
                    url: http://prometheus:9090
                    requests: http_requests_total{app="${app}"}
                    errors: http_requests_total{app="${app}",code=~"5.."}
                - prometheus:
                    name: Thanos
                    url: https://thanos/eu
                    username: me
                    password: {file: password}
                    ca: ca.pem
                    every: 1m
                    instance: pod
                    requests: requests{track="${track}"}
                    errors: errors{track="${track}"}
                    latency: seconds_bucket{name="${name}"}
                """))
                .containsExactly(
                        new PrometheusAccess(
                                "Prometheus at http://prometheus:9090",
                                new HttpAccess(
                                        URI.create("http://prometheus:9090"), Optional.empty(), Optional.empty()),
                                Duration.ofSeconds(30),
                                "instance",
                                new PrometheusAccess.Queries(
                                        new Template("http_requests_total{app=\"${app}\"}"),
                                        new Template("http_requests_total{app=\"${app}\",code=~\"5..\"}"),
                                        Optional.empty())),
                        new PrometheusAccess(
                                "Thanos",
                                new HttpAccess(
                                        URI.create("https://thanos/eu"),
                                        Optional.of(new Login.Password("me", Secret.file(Path.of("/conf/password")))),
                                        Optional.of(Path.of("/conf/ca.pem"))),
                                Duration.ofMinutes(1),
                                "pod",
                                new PrometheusAccess.Queries(
                                        new Template("requests{track=\"${track}\"}"),
                                        new Template("errors{track=\"${track}\"}"),
                                        Optional.of(new Template("seconds_bucket{name=\"${name}\"}")))));
    }

    @Test
    void readsANewRelic() {
        assertThat(read("""
                - newRelic: {account: 1234567, key: {env: NEW_RELIC_KEY}, where: "app = '${app}'"}
                - newRelic:
                    name: EU
                    url: https://api.eu.newrelic.com/graphql
                    account: 7
                    key: {file: key}
                    every: 2m
                    from: Transaction, Span
                    where: tags.track = '${track}'
                    errors: httpResponseCode >= 500
                    latency: [0.1, 1]
                """))
                .containsExactly(
                        new NewRelicAccess(
                                "New Relic at api.newrelic.com",
                                URI.create("https://api.newrelic.com/graphql"),
                                1_234_567,
                                Secret.env("NEW_RELIC_KEY"),
                                Duration.ofMinutes(1),
                                new NewRelicAccess.Events(
                                        "Transaction", new Template("app = '${app}'"), "error IS true", List.of())),
                        new NewRelicAccess(
                                "EU",
                                URI.create("https://api.eu.newrelic.com/graphql"),
                                7,
                                Secret.file(Path.of("/conf/key")),
                                Duration.ofMinutes(2),
                                new NewRelicAccess.Events(
                                        "Transaction, Span",
                                        new Template("tags.track = '${track}'"),
                                        "httpResponseCode >= 500",
                                        List.of(0.1, 1.0))));
    }

    @Test
    void readsJson() {
        assertThat(read("""
                - json:
                    url: https://stats.example.com:8443/apps?id=${app}
                    token: {env: STATS_TOKEN}
                    requests: /total
                    errors: /failed/0
                    slower: {0.1: /slow~1er, 2: /slowest}
                    epoch: /started
                """))
                .containsExactly(new JsonAccess(
                        "JSON of https://stats.example.com:8443",
                        new HttpAccess(
                                URI.create("https://stats.example.com:8443"),
                                Optional.of(new Login.Token(Secret.env("STATS_TOKEN"))),
                                Optional.empty()),
                        new Template("/apps?id=${app}"),
                        Duration.ofSeconds(30),
                        new JsonAccess.Pointers(
                                JsonPointer.compile("/total"),
                                JsonPointer.compile("/failed/0"),
                                new TreeMap<>(Map.of(
                                        0.1, JsonPointer.compile("/slow~1er"), 2.0, JsonPointer.compile("/slowest"))),
                                Optional.of(JsonPointer.compile("/started")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "newRelic: {key: {env: K}}|newRelic.account is missing, such as 1234567",
                "newRelic: {account: 7}|newRelic.key is missing, such as {env: NEW_RELIC_KEY} or {file: /run/secrets/new-relic}",
                "newRelic: {account: 7, key: s3cret}|newRelic.key is written out in this file: say where it is instead, {env:"
                        + " NAME} or {file: /path}",
                "newRelic: {account: 7, key: {env: K}}|newRelic.where is missing, such as \"appName = 'orders' AND app ="
                        + " '${app}'\"",
                "newRelic: {account: 7, key: {env: K}, where: \"a = 'b'\"}|newRelic.where: it asks for stable and canary in the"
                        + " same words: it must have ${app}, ${name} or ${track} in it",
                "newRelic: {account: 7, key: {env: K}, where: \"a = '${app}'\\n\"}|newRelic: where is one line, such as appName ="
                        + " 'orders'",
                "newRelic: {account: 7, key: {env: K}, where: '${app}', from: 'A WHERE x'}|newRelic: from is a type of events,"
                        + " such as Transaction, not 'A WHERE x'",
                "newRelic: {account: 7, key: {env: K}, where: '${app}', latency: [1, 0.5]}|newRelic: the bounds of latency rise"
                        + " from above 0 on, not so [1.0, 0.5]",
                "newRelic: {account: 7, key: {env: K}, where: '${app}', latency: [fast]}|newRelic.latency[0]: a bound of latency"
                        + " is a number of seconds above 0, such as 0.25, not 'fast'",
                "json: {requests: /r}|json.url is missing, such as http://stats.example.com/apps/${name}",
                "json: {url: 'http://${name}/stats'}|json.url: a URL is like http://stats.example.com/apps/${name}, without"
                        + " user name and password, and without variables before its path",
                "json: {url: 'http://me:s3cret@h/${name}'}|json.url: a URL is like http://stats.example.com/apps/${name}, without"
                        + " user name and password, and without variables before its path",
                "json: {url: 'http://h/${name}', requests: total}|json.requests: a JSON pointer is like /stats/requests, not"
                        + " 'total'",
                "json: {url: 'http://h/${name}', requests: '/${track}/r'}|json.requests: a JSON pointer has no variables, unlike"
                        + " '/${track}/r': stable and canary have documents of their own, which the url tells apart",
                "json: {url: 'http://h/${name}', requests: /r}|json.errors is missing, such as /stats/errors",
                "json: {url: 'http://h/${name}', requests: /r, errors: /e, slower: {0: /s}}|json.slower.0: a bound of latency is"
                        + " a number of seconds above 0, such as 0.25, not '0'",
            })
    void refusesOthersThatCannotBeAsked(String source, String message) {
        assertThatThrownBy(() -> read("- {" + source + "}"))
                .isInstanceOf(RealmsException.class)
                .message()
                .matches("realms[.]yaml:6:[0-9]+: .*")
                .endsWith(": realms.qa.gate.sources[0]." + message)
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{prometheus: {requests: r}}|6:24: realms.qa.gate.sources[0].prometheus.url is missing, such as"
                        + " http://prometheus.example.com:9090",
                "{}|6:11: realms.qa.gate.sources[0] is one source, such as {prometheus: {...}}",
                "{prometeus: {}}|6:12: realms.qa.gate.sources[0].prometeus is not known here; did you mean 'prometheus'?"
                        + " Allowed: json, newRelic, prometheus",
                "{prometheus: {url: 'http://me:secret@p'}}|6:30: realms.qa.gate.sources[0].prometheus.url: a URL is like"
                        + " http://lb1.example.com:8000, without user name and password",
                "{prometheus: {url: 'http://p', token: s3cret}}|6:49: realms.qa.gate.sources[0].prometheus.token is written out"
                        + " in this file: say where it is instead, {env: NAME} or {file: /path}",
                "{prometheus: {url: 'http://p', requests: 'r{app=\"${app}\"}'}}|6:24:"
                        + " realms.qa.gate.sources[0].prometheus.errors is missing, such as"
                        + " 'http_requests_total{app=\"${app}\",code=~\"5..\"}'",
                "{prometheus: {url: 'http://p', requests: 'r{app=\"${id}\"}'}}|6:52:"
                        + " realms.qa.gate.sources[0].prometheus.requests: ${id} cannot be filled in: there are ${app}, ${name},"
                        + " ${service} and ${track}",
                "{prometheus: {url: 'http://p', requests: 'r{app=\"${app\"}'}}|6:52:"
                        + " realms.qa.gate.sources[0].prometheus.requests: ${app\"} cannot be filled in: there are ${app},"
                        + " ${name}, ${service} and ${track}",
                "{prometheus: {url: 'http://p', requests: 'r{app=\"${service}\"}'}}|6:52:"
                        + " realms.qa.gate.sources[0].prometheus.requests: it asks for stable and canary in the same words: it"
                        + " must have ${app}, ${name} or ${track} in it",
                "{prometheus: {url: 'http://p', requests: 'sum(rate (r{app=\"${app}\"}[5m]))'}}|6:52:"
                        + " realms.qa.gate.sources[0].prometheus.requests: the gate counts by itself: ask for the counter,"
                        + " without rate(...[5m])",
            })
    void namesThePlaceAndWhatIsAllowed(String source, String message) {
        assertThatThrownBy(() -> read("- " + source))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realms.yaml:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: 500ms|a source is asked every 1s at most and every 1h at least",
                "every: 61m|a source is asked every 1s at most and every 1h at least",
                "instance: le|instance is a label such as instance or pod, not 'le'",
                "name: ' '|a source's name is one line of at most 100 letters",
            })
    void refusesWhatNoPrometheusCanBeAskedBy(String setting, String message) {
        assertThatThrownBy(() -> read("- prometheus: {url: 'http://p', " + QUERIES + ", " + setting + "}"))
                .isInstanceOf(RealmsException.class)
                .hasMessage("realms.yaml:6:23: realms.qa.gate.sources[0].prometheus: " + message);
    }

    @Test
    void readsAListAlone() {
        Realms.Surroundings surroundings = new Realms.Surroundings(
                Path.of("/conf"),
                name -> Path.of("/state").resolve(name),
                (realm, name) -> new Login.Password(realm, Secret.of(name)));
        assertThat(Realms.sources(
                        "sources",
                        "- json: {url: 'http://h/${name}', requests: /r, errors: /e, credentials: stats}",
                        "qa",
                        surroundings))
                .singleElement()
                .isInstanceOfSatisfying(
                        JsonAccess.class,
                        json -> assertThat(json.server().login())
                                .contains(new Login.Password("qa", Secret.of("stats"))));
        assertThatThrownBy(() -> Realms.sources("sources", "prometheus: {}", "qa", surroundings))
                .isInstanceOf(RealmsException.class)
                .hasMessage("sources must be a list, such as [{prometheus: {...}}]");
        assertThatThrownBy(() -> Realms.sources("sources", "- json: {}", "qa", surroundings))
                .isInstanceOf(RealmsException.class)
                .hasMessage("sources:1:9: [0].json.url is missing, such as http://stats.example.com/apps/${name}");
    }

    @Test
    void tellsSourcesApart() {
        String one = "- prometheus: {url: 'http://p', " + QUERIES + "}\n";
        assertThatThrownBy(() -> read(one + one))
                .isInstanceOf(RealmsException.class)
                .hasMessage(
                        "realms.yaml:7:11: realms.qa.gate.sources[1] is called 'Prometheus at http://p' like another"
                                + " one: give it a name of its own");
    }
}
