package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.SourceException;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.HttpAccess;
import io.cerebro.realm.Login;
import io.cerebro.realm.PrometheusAccess;
import io.cerebro.realm.Secret;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of the shape that Prometheus's HTTP API documents; a real one answers in {@code PrometheusIT}. */
class PrometheusSourceTest {
    private static final Contest CONTEST = new Contest(AppId.of("/shop/orders"), Instant.EPOCH);
    private static final String NONE = vector("");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.shutdown();
    }

    private static String vector(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + series + "]}}";
    }

    /** A series of an instance; more labels follow its name after a comma. */
    private static String series(String mark, String instance, String value) {
        String[] labels = instance.split(",le=");
        return "{\"metric\":{\"cerebro\":\"" + mark + "\",\"instance\":\"" + labels[0] + "\""
                + (labels.length > 1 ? ",\"le\":\"" + labels[1] + "\"" : "") + "},\"value\":[1435781451.781,\"" + value
                + "\"]}";
    }

    private static String of(String... series) {
        return vector(String.join(",", series));
    }

    private void answer(String body) {
        server.enqueue(new MockResponse().setBody(body));
    }

    private PrometheusAccess access(Optional<Login> login, Optional<String> latency) {
        return new PrometheusAccess(
                "Prometheus",
                new HttpAccess(server.url("/prom").uri(), login, Optional.empty()),
                Duration.ofSeconds(15),
                "instance",
                new PrometheusAccess.Queries(
                        PrometheusAccess.query("requests_total{app=\"${app}\"}"),
                        PrometheusAccess.query("requests_total{app=\"${app}\",code=~\"5..\"} # failed"),
                        latency.map(PrometheusAccess::query)));
    }

    private Map<String, Counters> look() {
        return look(access(Optional.empty(), Optional.of("seconds_bucket{app=\"${app}\"}")));
    }

    private static Map<String, Counters> look(PrometheusAccess access) {
        List<Source> sources = SourceFactory.of(List.of(access));
        return sources.get(0).look(CONTEST);
    }

    @Test
    void asksForEverythingInOneExpression() throws Exception {
        answer(NONE);
        assertThat(look()).isEmpty();

        assertThat(server.getRequestCount()).isEqualTo(1);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestUrl().encodedPath()).isEqualTo("/prom/api/v1/query");
        assertThat(request.getRequestUrl().queryParameterNames()).containsExactly("query");
        assertThat(request.getRequestUrl().queryParameter("query")).isEqualTo("""
                        label_replace(sum by (instance) (
                        requests_total{app="/shop/orders"}
                        ), "cerebro", "stable requests", "", "")
                        or
                        label_replace(sum by (instance) (
                        requests_total{app="/shop/orders",code=~"5.."} # failed
                        ), "cerebro", "stable errors", "", "")
                        or
                        label_replace(sum by (instance, le) (
                        seconds_bucket{app="/shop/orders"}
                        ), "cerebro", "stable latency", "", "")
                        or
                        label_replace(sum by (instance) (
                        requests_total{app="/shop/orders-canary"}
                        ), "cerebro", "canary requests", "", "")
                        or
                        label_replace(sum by (instance) (
                        requests_total{app="/shop/orders-canary",code=~"5.."} # failed
                        ), "cerebro", "canary errors", "", "")
                        or
                        label_replace(sum by (instance, le) (
                        seconds_bucket{app="/shop/orders-canary"}
                        ), "cerebro", "canary latency", "", "")""");
        assertThat(request.getHeader("Authorization")).isNull();
    }

    @Test
    void joinsEachInstancesRequestsErrorsAndLatencies() {
        answer(of(
                series("stable requests", "a:1", "900"),
                series("stable requests", "b:1", "1.0e+03"),
                series("stable errors", "b:1", "2.6"),
                series("canary requests", "c:1", "10.5"),
                series("canary errors", "c:1", "10.49"),
                series("canary latency", "c:1,le=+Inf", "10"),
                series("canary latency", "c:1,le=0.1", "7"),
                series("canary latency", "c:1,le=1.0", "9"),
                series("canary latency", "c:1,le=0", "0"),
                series("another", "c:1", "5")));

        assertThat(look())
                .isEqualTo(Map.of(
                        "stable instance=a:1", stable(900, 0),
                        "stable instance=b:1", stable(1000, 3),
                        "canary instance=c:1", canary(Tally.of(new Counts(11, 10))),
                        "canary latency instance=c:1",
                                canary(new Tally(Counts.NONE, new Latencies(10, List.of(0.1, 1.0), List.of(3L, 1L))))));
    }

    private static Counters stable(long requests, long errors) {
        return new Counters("", Tally.of(new Counts(requests, errors)), Tally.NONE);
    }

    private static Counters canary(Tally tally) {
        return new Counters("", Tally.NONE, tally);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            value = {
                "stable errors:a:1:3^Prometheus has stable errors of a:1, but no requests: the queries 'requests' and 'errors'"
                        + " must be of the same instances",
                "canary requests:a:1:3 canary errors:a:1:4^Prometheus has 3 canary requests of a:1, but 4 errors: the query"
                        + " 'errors' must be of some of those that 'requests' is of",
                "canary requests:a:1:NaN^Prometheus has the value NaN as canary requests of a:1: that is no counter's",
                "canary requests:a:1:+Inf^Prometheus has the value Infinity as canary requests of a:1: that is no counter's",
                "canary requests:a:1:-2^Prometheus has the value -2.0 as canary requests of a:1: that is no counter's",
                "stable latency:a:1,le=1:3^Prometheus has stable latency of a:1 that cannot be used: they have no bucket"
                        + " le=\"+Inf\": ask for all buckets of a histogram",
                "stable latency:a:1,le=+Inf:3^Prometheus has stable latency of a:1 that cannot be used: they have the bucket"
                        + " le=\"+Inf\" alone: ask for the other buckets, too",
                "stable latency:a:1,le=1:4 stable latency:a:1,le=+Inf:3^Prometheus has stable latency of a:1 that cannot be"
                        + " used: their bucket le=\"Infinity\" has 3 requests, but a smaller one 4: these are no buckets of"
                        + " one histogram",
                "stable latency:a:1:4^Prometheus has stable latency of a:1 with le=\"\", which is no bound: ask for a"
                        + " histogram's series that end in _bucket",
                "stable latency:a:1,le=1:4 stable latency:a:1,le=+Inf:5 canary latency:b:1,le=2:4 canary"
                        + " latency:b:1,le=+Inf:5^Prometheus has histograms without a bucket that all have, such as [2.0]"
                        + " and [1.0]: nothing is slower than the same bound",
                "stable requests::3^Prometheus has stable requests without the label 'instance': ask for the counters of each"
                        + " instance, because a sum over all of them falls when one goes",
            })
    void refusesWhatDoesNotFitTogether(String given, String message) {
        List<String> all = new ArrayList<>();
        for (String one : given.split(" (?=stable|canary)")) {
            int mark = one.indexOf(':');
            int value = one.lastIndexOf(':');
            all.add(series(
                    one.substring(0, mark), one.substring(Math.min(mark + 1, value), value), one.substring(value + 1)));
        }
        answer(of(all.toArray(String[]::new)));

        assertThatThrownBy(this::look).isInstanceOf(SourceException.class).hasMessage(message);
    }

    @Test
    void saysWhichQueryPrometheusDoesNotLike() {
        server.enqueue(refusal("1:99: parse error: unexpected ..."));
        answer(NONE);
        server.enqueue(refusal("2:5: parse error: unexpected \\\"}\\\"\\n in label matching"));

        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "tried to GET " + url() + " but it said: 2:5: parse error: unexpected \"}\" in label matching;"
                                + " that is the query 'errors' of Prometheus");
    }

    @Test
    void saysWhenItLikesEachButNotAll() {
        server.enqueue(refusal("expression too long"));
        for (int i = 0; i < 6; i++) {
            answer(NONE);
        }
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but it said: expression too long");
    }

    private static MockResponse refusal(String error) {
        return new MockResponse()
                .setResponseCode(400)
                .setBody("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"" + error + "\"}");
    }

    @Test
    void saysWhatElseStandsThere() {
        answer("<html>Welcome!</html>\n");
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url()
                        + " but it answered 200 '<html>Welcome!</html>': is that a Prometheus?");
        server.enqueue(new MockResponse().setResponseCode(302).setHeader("Location", "/login"));
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but it answered 302 '': is that a Prometheus?");
        answer(vector("{\"metric\":{},\"value\":[1,7]}"));
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("is that a Prometheus?");
        answer(vector("{\"metric\":{},\"histogram\":[1,{\"count\":\"7\"}]}"));
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but it has a native histogram, which cannot be read: ask for a"
                        + " counter, or the buckets of a classic histogram");
        answer("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                + "\"warnings\":[\"store 10.0.0.3 is away\"]}");
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but not all of it can be relied on: store 10.0.0.3 is away");
    }

    @Test
    void isAwayWhileItStartsOrCannotAnswer() throws IOException {
        for (int status : new int[] {429, 500, 503}) {
            server.enqueue(new MockResponse().setResponseCode(status).setBody("Service Unavailable"));
            assertThatThrownBy(this::look)
                    .isInstanceOf(Unreachable.class)
                    .hasMessageStartingWith("tried to GET " + url() + " but it answered " + status);
        }
        PrometheusAccess access = access(Optional.empty(), Optional.empty());
        String url = url();
        server.shutdown();
        assertThatThrownBy(() -> look(access))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to GET " + url + " but nothing accepts connections there; is it running?");
    }

    @Test
    void logsInAndSaysWhenThatDoesNotHelp() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(401).setBody("Unauthorized"));
        assertThatThrownBy(this::look)
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but it answered 401: give this source a login");
        server.takeRequest();
        server.enqueue(new MockResponse().setResponseCode(403));
        Login token = new Login.Token(Secret.of("t0ken"));
        assertThatThrownBy(() -> look(access(Optional.of(token), Optional.empty())))
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to GET " + url() + " but it answered 403: is the token of this source right?");
        assertThat(server.takeRequest().getHeader("Authorization")).isEqualTo("Bearer t0ken");
    }

    @Test
    void saysWhichSecretOrFileIsMissing() {
        Login login = new Login.Password("me", Secret.file(Path.of("/nowhere/password")));
        PrometheusAccess secret = access(Optional.of(login), Optional.empty());
        assertThatThrownBy(() -> look(secret))
                .isInstanceOf(SourceException.class)
                .hasMessage("a secret is missing: there is no file /nowhere/password");
        HttpAccess untrusted = new HttpAccess(
                URI.create("https://prometheus:9090"), Optional.empty(), Optional.of(Path.of("/nowhere/ca.pem")));
        PrometheusAccess file =
                new PrometheusAccess("Prometheus", untrusted, secret.every(), secret.instance(), secret.queries());
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(SourceException.class)
                .hasMessage("https://prometheus:9090 cannot be asked: there is no file /nowhere/ca.pem");
        assertThat(SourceFactory.of(List.of(file)))
                .singleElement()
                .returns("Prometheus", Source::name)
                .returns(Duration.ofSeconds(15), Source::every);
    }

    private String url() {
        return "http://" + server.getHostName() + ":" + server.getPort() + "/prom/api/v1/query";
    }
}
