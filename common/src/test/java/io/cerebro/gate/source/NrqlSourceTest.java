package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.SourceException;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.NewRelicAccess;
import io.cerebro.realm.Secret;
import io.cerebro.realm.Template;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The answers have the shapes that New Relic's own documentation shows ("NerdGraph tutorial: Query your data using NRQL": {@code
 * results} is a list with one object, whose keys are the aliases), and for errors those that its clients test against.
 */
class NrqlSourceTest {
    private static final String KEY = "NRAK-0123456789ABCDEF";
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Contest CONTEST = new Contest(AppId.of("/shop/orders"), NOON);

    private final MockWebServer nerdGraph = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        nerdGraph.start();
    }

    @AfterEach
    void stop() throws IOException {
        nerdGraph.shutdown();
    }

    private NewRelicAccess access(Secret key, Double... bounds) {
        return new NewRelicAccess(
                "New Relic",
                nerdGraph.url("/graphql").uri(),
                1_234_567,
                key,
                Duration.ofMinutes(1),
                new NewRelicAccess.Events(
                        "Transaction",
                        new Template("appName = 'shop' AND app = '${app}' OR track = '${track}'"),
                        "error IS true",
                        List.of(bounds)));
    }

    private NrqlSource source(Instant now, Double... bounds) {
        return new NrqlSource(access(Secret.of(KEY), bounds), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void answer(String body) {
        nerdGraph.enqueue(new MockResponse().setBody(body));
    }

    private static String counted(String stable, String canary) {
        return "{\"data\":{\"actor\":{\"account\":{\"stable\":{\"results\":[{" + stable
                + "}]},\"canary\":{\"results\":[{" + canary + "}]}}}}}";
    }

    private static String counts(long requests, long errors) {
        return "\"requests\":" + requests + ",\"errors\":" + errors;
    }

    private static Map<String, Counters> counters(Tally stable, Tally canary) {
        return Map.of(
                "stable", new Counters("2026-11-28T12:00:00Z", stable, Tally.NONE),
                "canary", new Counters("2026-11-28T12:00:00Z", Tally.NONE, canary));
    }

    private static Tally tally(long requests, long errors) {
        return Tally.of(new Counts(requests, errors));
    }

    @Test
    void countsFromTheStagesBeginningUntilWhatAllAgentsHaveSent() throws Exception {
        answer(counted(
                counts(9000, 12) + ",\"slower0\":900,\"slower1\":3",
                counts(1000, 2) + ",\"slower0\":80,\"slower1\":0"));

        assertThat(source(NOON.plusSeconds(375), 0.25, 2.0).look(CONTEST))
                .isEqualTo(counters(
                        new Tally(new Counts(9000, 12), new Latencies(9000, List.of(0.25, 2.0), List.of(900L, 3L))),
                        new Tally(new Counts(1000, 2), new Latencies(1000, List.of(0.25, 2.0), List.of(80L, 0L)))));

        RecordedRequest request = nerdGraph.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /graphql HTTP/1.1");
        assertThat(request.getHeader("API-Key")).isEqualTo(KEY);
        assertThat(request.getHeader("Authorization")).isNull();
        JsonNode body = new ObjectMapper().readTree(request.getBody().readUtf8());
        assertThat(body.path("query").asText()).isEqualTo("""
                        query($account: Int!, $stable: Nrql!, $canary: Nrql!, $timeout: Seconds) {
                          actor {
                            account(id: $account) {
                              stable: nrql(query: $stable, timeout: $timeout) { results }
                              canary: nrql(query: $canary, timeout: $timeout) { results }
                            }
                          }
                        }""");
        String query = "SELECT count(*) AS 'requests', filter(count(*), WHERE (error IS true)) AS 'errors',"
                + " filter(count(*), WHERE (duration > 0.25)) AS 'slower0', filter(count(*), WHERE (duration > 2.0)) AS"
                + " 'slower1' FROM Transaction WHERE (appName = 'shop' AND app = '/shop/orders%s' OR track = '%s')"
                + " SINCE 1795867200000 UNTIL 1795867500000";
        assertThat(body.path("variables").toString())
                .isEqualTo("{\"account\":1234567,\"timeout\":20,\"stable\":\"" + query.formatted("", "stable")
                        + "\",\"canary\":\"" + query.formatted("-canary", "canary") + "\"}");
    }

    @Test
    void asksNothingWhileNothingCanHaveArrived() {
        assertThat(source(NOON.plus(NrqlSource.LATE)).look(CONTEST)).isEqualTo(counters(Tally.NONE, Tally.NONE));
        assertThat(nerdGraph.getRequestCount()).isZero();
    }

    @Test
    void passesOverAnAnswerWithLessThanBefore() {
        NrqlSource source = source(NOON.plusSeconds(600));
        answer(counted(counts(9000, 12), counts(1000, 2)));
        answer(counted(counts(9100, 12), counts(900, 2)));
        answer(counted(counts(9200, 13), counts(1100, 2)));
        answer(counted(counts(5, 0), counts(1, 0)));
        Map<String, Counters> first = source.look(CONTEST);
        assertThat(source.look(CONTEST)).isEqualTo(first);
        assertThat(source.look(CONTEST)).isEqualTo(counters(tally(9200, 13), tally(1100, 2)));
        Contest next = new Contest(CONTEST.service(), NOON.plusSeconds(60));
        assertThat(source.look(next))
                .containsEntry("stable", new Counters("2026-11-28T12:01:00Z", tally(5, 0), Tally.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"data\":{\"actor\":{\"account\":{\"stable\":null}}},\"errors\":[{\"message\":\"NRQL Syntax Error: Error at line 1"
                        + " position 9,\\n unexpected 'FORM' NRAK-0123456789ABCDEF\",\"extensions\":{\"errorClass\":"
                        + "\"INVALID_INPUT\"}}]}|it said: NRQL Syntax Error: Error at line 1 position 9, unexpected 'FORM' ****",
                "{\"data\":{\"actor\":{\"account\":null}}}|it knows no account 1234567 that this key may read",
                "{\"data\":{\"actor\":{\"account\":{\"stable\":{\"results\":[]},\"canary\":{\"results\":[]}}}}}|it answered"
                        + " '{\"data\":{\"actor\":{\"account\":{\"stable\":{\"results\":[]},\"canary\":{\"results\":[]}}}}}', which has"
                        + " no count of the stable app's events: is 'where' more than a condition?",
                "<html>|it answered 200 '<html>': is that NerdGraph?",
            })
    void saysWhatNerdGraphDoesNotLike(String body, String message) {
        answer(body);
        assertThatThrownBy(() -> source(NOON.plusSeconds(600)).look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to POST " + url() + " but " + message);
    }

    @Test
    void refusesCountsThatAreNone() {
        answer(counted("\"requests\":7,\"errors\":null", counts(1, 0)));
        assertThatThrownBy(() -> source(NOON.plusSeconds(600)).look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("tried to POST " + url() + " but it answered '")
                .hasMessageEndingWith("', which has no number of errors");
        answer(counted(counts(7, 8), counts(1, 0)));
        assertThatThrownBy(() -> source(NOON.plusSeconds(600)).look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to POST " + url() + " but it counted 7 requests, but 8 errors");
        answer(counted(counts(7, 0) + ",\"slower0\":9", counts(1, 0) + ",\"slower0\":0"));
        assertThatThrownBy(() -> source(NOON.plusSeconds(600), 0.5).look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to POST " + url()
                        + " but of 7 requests, those slower than the bounds [0.5] cannot be [9]");
    }

    @Test
    void tellsARefusalFromAnAbsence() throws IOException {
        nerdGraph.enqueue(new MockResponse().setResponseCode(401));
        assertThatThrownBy(() -> source(NOON.plusSeconds(600)).look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessage("tried to POST " + url() + " but it answered 401: is the key of this source a user's key?");
        nerdGraph.enqueue(new MockResponse().setResponseCode(429));
        assertThatThrownBy(() -> source(NOON.plusSeconds(600)).look(CONTEST))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to POST " + url() + " but it answered 429");
        NrqlSource source = source(NOON.plusSeconds(600));
        String url = url();
        nerdGraph.shutdown();
        assertThatThrownBy(() -> source.look(CONTEST))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to POST " + url + " but nothing accepts connections there; is it running?");
    }

    @Test
    void needsItsKey() {
        Secret nowhere = Secret.file(Path.of("/nowhere/key"));
        assertThatThrownBy(
                        () -> SourceFactory.of(List.of(access(nowhere))).get(0).look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessage("a secret is missing: there is no file /nowhere/key");
        assertThatThrownBy(() -> SourceFactory.of(List.of(access(Secret.of("two words"))))
                        .get(0)
                        .look(CONTEST))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "New Relic cannot be asked: the key is empty, or holds a blank or a letter that no HTTP header"
                                + " can carry");
    }

    private String url() {
        return "http://" + nerdGraph.getHostName() + ":" + nerdGraph.getPort() + "/graphql";
    }
}
